import Experiments
import Foundation
import Interchange
import Objectives
import Optimizers
import Specifications

/// Runs to write and files to read.
enum InterchangeSamples {
  /// Every combination, with its crossings recorded.
  static func runs(
    _ functions: String, _ optimizers: String, steps: Int = 40, seeds: Int = 1,
    starts: [StudyStart] = [.standard], keepsIterates: Bool = false
  ) async throws -> [StudyRun] {
    var plan = Study.plan(Budget(steps: steps))
    plan.keepsIterates = keepsIterates
    let study = Study(
      functions: try FunctionName.functions(functions),
      optimizers: try GivenOptimizer.list(optimizers), starts: starts, seeds: seeds, plan: plan)
    return try await study.run(version: "1.2")
  }

  /// The files as another program finds them.
  static func source(_ files: InterchangeFiles) -> ImportSource {
    ImportSource(Dictionary(files.files.map { ($0.path, $0.bytes) }) { $1 })
  }

  static func source(_ files: [String: String]) -> ImportSource {
    ImportSource(files.mapValues { Array($0.utf8) })
  }

  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/interchange").path
}
