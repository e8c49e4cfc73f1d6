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

  /// Throws where a part would lack a class, or not fit into memory.
  static func require(
    examples count: Int, of name: String, classes: Int = 1, features: Int
  ) throws(SpecificationError) {
    guard count >= classes else {
      throw SpecificationError(
        "\(name): n=\(count) is fewer than the \(classes) classes; expected n=\(classes) or more")
    }
    guard count * features <= DataSet.mostNumbers else {
      throw SpecificationError(
        "\(name): \(count) examples of \(features) features are too many; expected at most "
          + "\(DataSet.mostNumbers) numbers")
    }
  }

  private func parts<Target>(
    _ draw: (Int, inout RandomStream) -> ([Double], Target),
    _ targets: ([Target]) -> DataSet.Targets
  ) -> DataParts {
    var random = RandomStream(seed: UInt64(seed))
    func part() -> DataSet {
      var (elements, drawn): ([Double], [Target]) = ([], [])
      drawn.reserveCapacity(count)
      for example in 0..<count {
        let (features, target) = draw(example, &random)
        if example == 0 { elements.reserveCapacity(count * features.count) }
        elements += features
        drawn.append(target)
      }
      let features = Matrix(rows: count, columns: elements.count / count, elements: elements)
      return DataSet(features: features, targets: targets(drawn))
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
      "noise", path, symbol: "σ", in: .spread, "standard deviation of the normal noise")
  }

  static func seed(_ path: WritableKeyPath<Root, Int> & Sendable) -> Self {
    .integer("seed", path, in: 0...(.max), "seed of the examples drawn")
  }
}

extension Interval {
  /// Standard deviations with which every draw is finite, and so is its square.
  static let spread = Interval(0, 1e100)
}
