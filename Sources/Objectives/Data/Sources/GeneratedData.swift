import LinearAlgebra
import Specifications

/// Data that a rule draws: m examples for training, and as many again, drawn after them, for
/// validation and for the test.
struct GeneratedData {
  /// m.
  let count: Int
  let seed: Int

  /// Examples with classes.
  ///
  /// - Parameter draw: the features and the class of the ith example.
  func classes(
    _ names: [String], _ draw: (Int, inout RandomStream) -> (features: [Double], number: Int)
  ) -> DataParts {
    parts(draw) { .classes($0, names: names) }
  }

  /// Examples with values.
  ///
  /// - Parameter draw: the features and the target of the ith example.
  func values(
    _ draw: (Int, inout RandomStream) -> (features: [Double], value: Double)
  ) -> DataParts {
    parts(draw) { .values($0) }
  }

  private func parts<Target>(
    _ draw: (Int, inout RandomStream) -> ([Double], Target),
    _ targets: ([Target]) -> DataSet.Targets
  ) -> DataParts {
    var random = RandomStream(seed: UInt64(seed))
    func part() -> DataSet {
      let examples = (0..<count).map { draw($0, &random) }
      let features = Matrix(
        rows: count, columns: examples[0].0.count, elements: examples.flatMap(\.0))
      return DataSet(features: features, targets: targets(examples.map(\.1)))
    }
    return DataParts(training: part(), validation: part(), test: part())
  }
}

extension Parameter where Root: DataSource {
  static func exampleCount(_ path: WritableKeyPath<Root, Int> & Sendable) -> Self {
    .integer(
      "n", path, symbol: "m", in: 2...10_000_000,
      "examples for training, and as many each for validation and the test")
  }

  static func noise(_ path: WritableKeyPath<Root, Double> & Sendable) -> Self {
    .number(
      "noise", path, symbol: "σ", in: Interval(0, .infinity, openAbove: true),
      "standard deviation of the normal noise")
  }

  static func seed(_ path: WritableKeyPath<Root, Int> & Sendable) -> Self {
    .integer("seed", path, in: 0...(.max), "seed of the examples drawn")
  }
}
