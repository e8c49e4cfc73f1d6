import Experiments
import Foundation
import JSON
import Specifications

extension InterchangeFormat {
  /// Facts of the format: iohinspector 0.0.8; J. de Nobel, F. Ye, D. Vermetten, H. Wang, C. Doerr
  /// and T. Bäck, "IOHexperimenter: Benchmarking Platform for Iterative Optimization Heuristics",
  /// Evolutionary Computation 32 (2024).
  static let ioh = InterchangeFormat(
    "ioh", "files of IOHprofiler that iohinspector reads, of any function; reads them",
    reader: RunReader(
      expected: "a file IOHprofiler_....json", begins: IOHReader.begins, read: IOHReader.runs)
  ) { runs throws(SpecificationError) in try IOHWriter.files(runs) }
}

/// What this program writes beside what IOHprofiler asks for, and reads again.
enum IOHAttribute: String, CaseIterable {
  /// Specifications of the optimizer, and of the function without n and instance.
  case specification, objective
  /// "standard", "10x", "random".
  case start
  /// How min f is known.
  case basis

  /// iohinspector has Python evaluate the text: a JSON string is one of Python's too.
  static func text(_ value: String) -> JSON { .string(JSON.string(value).description) }
}

/// The columns of the data files.
enum IOHColumn {
  static let evaluations = "evaluations"
  /// f − min f where min f is known.
  static let value = "raw_y"
  static let step = "step"
  /// Of the kinds of queries in this order.
  static let queries: [Query] = [.gradients, .hessians, .products, .samples]
}
