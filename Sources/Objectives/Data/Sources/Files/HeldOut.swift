import LinearAlgebra
import Specifications

/// Shares of the examples that are kept from training. A seed draws them, of each class alike.
struct HeldOut {
  /// Each from 0, together below 1.
  let validation: Double
  let test: Double
  let seed: Int

  static func require(
    validation: Double, test: Double, of name: String
  ) throws(SpecificationError) {
    guard validation + test < 1 else {
      throw SpecificationError(
        "\(name): validation=\(NumberText.short(validation)) and test=\(NumberText.short(test)) "
          + "leave nothing for training; expected less than 1 together")
    }
  }

  /// The parts, each in the order of the data.
  ///
  /// - Parameter name: what the data is called in errors.
  /// - Throws: where a part that was asked for would be empty, or a class would have no example for
  ///   training.
  func parts(of data: DataSet, named name: String) throws(SpecificationError) -> DataParts {
    var random = RandomStream(seed: UInt64(seed), stream: 0x7061_7274)
    var (training, checking, testing): ([Int], [Int], [Int]) = ([], [], [])
    for group in Self.groups(data.targets) {
      let drawn = random.shuffled(group.members)
      // Halves go to even numbers, so that one of two is never claimed twice.
      let forTest = (Double(drawn.count) * test).rounded(.toNearestOrEven)
      let forValidation = (Double(drawn.count) * validation).rounded(.toNearestOrEven)
      let held = Int(forTest + forValidation)
      guard !drawn.isEmpty else {
        throw Self.problem("\(name): \(group.name) has no example among those taken")
      }
      guard held < drawn.count else {
        throw Self.problem(
          "\(name): \(group.name) would have no example for training, as it has \(drawn.count); "
            + "expected smaller shares for validation and the test")
      }
      testing += drawn[..<Int(forTest)]
      checking += drawn[Int(forTest)..<held]
      training += drawn[held...]
    }
    return DataParts(
      training: data.examples(training.sorted()),
      validation: try Self.part(checking, of: data, validation, "validation", name),
      test: try Self.part(testing, of: data, test, "test", name))
  }

  private static func part(
    _ numbers: [Int], of data: DataSet, _ share: Double, _ key: String, _ name: String
  ) throws(SpecificationError) -> DataSet? {
    guard share > 0 else { return nil }
    guard !numbers.isEmpty else {
      throw problem(
        "\(name): \(key)=\(NumberText.short(share)) of \(data.count) examples, of each class "
          + "alike, is none; expected a larger share, or 0")
    }
    return data.examples(numbers.sorted())
  }

  /// The examples of each class; all of them where there are values.
  private static func groups(_ targets: DataSet.Targets) -> [(name: String, members: [Int])] {
    switch targets {
    case .values(let values): return [("the data", Array(values.indices))]
    case .classes(let numbers, let names):
      var groups = names.map { (name: "class '\($0)'", members: [Int]()) }
      for (example, number) in numbers.enumerated() { groups[number].members.append(example) }
      return groups
    }
  }

  private static func problem(_ text: String) -> SpecificationError {
    SpecificationError(text, kind: .badData)
  }
}

extension Parameter where Root: DataSource {
  static func validationShare(_ path: WritableKeyPath<Root, Double> & Sendable) -> Self {
    .number("validation", path, in: .decay, "share of the examples kept for validation")
  }

  static func testShare(_ path: WritableKeyPath<Root, Double> & Sendable) -> Self {
    .number("test", path, in: .decay, "share of the examples kept for the test")
  }

  static func splitSeed(_ path: WritableKeyPath<Root, Int> & Sendable) -> Self {
    .integer("seed", path, in: 0...(.max), "seed of the draw of what is kept")
  }
}
