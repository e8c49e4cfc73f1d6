import LinearAlgebra

/// Examples: what is known of each, and what is to be predicted from it.
public struct DataSet: Hashable, Sendable {
  /// What is to be predicted, one entry an example.
  public enum Targets: Hashable, Sendable {
    /// A number each.
    case values([Double])
    /// Class numbers from 0, below the number of `names`, of which there are two or more.
    case classes([Int], names: [String])
  }

  /// m × d: a row an example, a column a feature. All numbers are finite.
  public var features: Matrix
  /// What is to be predicted of each example.
  public var targets: Targets
  /// d names.
  public var featureNames: [String]
  /// What the target is called.
  public var targetName: String

  /// - Parameter featureNames: x1 to xd where none are given.
  public init(
    features: Matrix, targets: Targets, featureNames: [String]? = nil, targetName: String = "y"
  ) {
    precondition(features.rows == targets.count, "features and targets of different numbers")
    self.features = features
    self.targets = targets
    self.featureNames = featureNames ?? (0..<features.columns).map { "x\($0 + 1)" }
    self.targetName = targetName
  }

  /// The most features of all examples together.
  static let mostNumbers = 100_000_000

  /// m.
  public var count: Int { features.rows }
  /// d.
  public var featureCount: Int { features.columns }

  /// The examples of the given numbers, in this order.
  public func examples(_ order: [Int]) -> DataSet {
    DataSet(
      features: features.rows(order), targets: targets.chosen(order), featureNames: featureNames,
      targetName: targetName)
  }
}

extension DataSet.Targets {
  /// Number of examples.
  public var count: Int {
    switch self {
    case .values(let values): values.count
    case .classes(let numbers, _): numbers.count
    }
  }

  /// How many classes there are; nil for values.
  public var classCount: Int? {
    if case .classes(_, let names) = self { names.count } else { nil }
  }

  func chosen(_ order: [Int]) -> Self {
    switch self {
    case .values(let values): .values(order.map { values[$0] })
    case .classes(let numbers, let names): .classes(order.map { numbers[$0] }, names: names)
    }
  }
}

/// Data for fitting, for choosing among fits, and for judging the one that was chosen. All parts
/// have the same features and classes.
public struct DataParts: Hashable, Sendable {
  /// The examples over which an objective is summed.
  public var training: DataSet
  /// Examples to choose by, if any are kept for that.
  public var validation: DataSet?
  /// Examples to judge by at the end, if any are kept for that.
  public var test: DataSet?

  /// The parts, of which all have the same features and classes.
  public init(training: DataSet, validation: DataSet? = nil, test: DataSet? = nil) {
    self.training = training
    self.validation = validation
    self.test = test
  }
}
