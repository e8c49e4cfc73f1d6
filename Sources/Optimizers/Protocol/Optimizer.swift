import LinearAlgebra
import Specifications

/// The memory of one run of a method, and its step.
///
/// The optimizer pulls: it asks the oracle for what it needs, where it needs it. Everything that a
/// run changes lives here; what the user chose lives in the immutable `Settings`.
public protocol Optimizer: Sendable {
  associatedtype Settings: OptimizerSettings where Settings.Method == Self

  /// The memory before the first step in n = `dimension` variables.
  init(_ settings: Settings, dimension: Int)

  /// Takes one step: replaces the iterate x. Where this throws, x is what it was.
  mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O
  ) throws(Halt)

  /// The learning rate or step length ε of the latest step; before the first, the one to come
  /// where that is known, and NaN where a line search will find it.
  var learningRate: Double { get }

  /// What the method's second point is called, where it has one beside the iterate: a look-ahead,
  /// an average. The same for a whole run.
  var evaluationPointName: String? { get }

  /// That point when x is the iterate; x where there is no other.
  func evaluationPoint(from x: Vector) -> Vector

  /// What the method has to show at the iterate x, where the latest step led; asks for nothing.
  /// Only what is asked for is computed, at about the cost of a step without its queries. Not to be
  /// asked of a method whose latest step threw: what it holds may be half of that step.
  func exhibits(at x: Vector) -> [Exhibit]
}

extension Optimizer {
  public var evaluationPointName: String? { nil }
  public func evaluationPoint(from x: Vector) -> Vector { x }
  public func exhibits(at x: Vector) -> [Exhibit] { [] }
}

/// The hyper-parameters of a method: an immutable value that a specification names.
public protocol OptimizerSettings: Specified, Hashable {
  associatedtype Method: Optimizer where Method.Settings == Self
  static var card: OptimizerCard { get }
  /// Whether the memory holds an n × n matrix, which bounds n.
  var storesMatrix: Bool { get }
  /// Whether the memory holds the m × n Jacobian of the residuals of a sum of squares.
  var storesJacobian: Bool { get }
  /// Why no step can be taken in n = `dimension` variables, where that is so.
  func refusal(dimension: Int) -> Halt?
}

extension OptimizerSettings {
  public var storesMatrix: Bool { false }
  public var storesJacobian: Bool { false }
  public func refusal(dimension: Int) -> Halt? { nil }
  public static var name: String { card.name }
}

/// What is known of a method beside its hyper-parameters.
public struct OptimizerCard: Sendable, Hashable {
  /// Which derivatives of f a method needs, or approximates.
  public enum Order: Int, Sendable {
    case first = 1
    case second = 2
  }

  /// The name in specifications, lower case with hyphens.
  public let name: String
  public let title: String
  public let order: Order
  /// What the iterates do not depend on, with default settings.
  public let invariances: Set<Invariance>
  /// The update in one line of plain text.
  public let formula: String
  public let reference: String
  /// What else a user should know, a sentence each in plain text: where the method departs from its
  /// paper, what libraries do otherwise and how to get it, what 0/0 is.
  public let notes: [String]
  /// Other names, each with the settings that it stands for: `"adamw": "decay=decoupled"`.
  public let aliases: [String: String]
  /// The dialects of libraries and papers, each with the settings that make it:
  /// `"keras": "epsilon=1e-07"`. A specification asks for one with `preset=keras`. A preset sets
  /// everything in which the library's defaults differ from ours, the learning rate included where
  /// the library has one.
  public let presets: [String: String]
  /// What a preset sets under an alias beside this: `"adamw/keras": "weight-decay=0.004"`.
  public let aliasPresets: [String: String]

  public init(
    name: String, title: String, order: Order, invariances: Set<Invariance> = [],
    formula: String, reference: String, notes: [String] = [], aliases: [String: String] = [:],
    presets: [String: String] = [:], aliasPresets: [String: String] = [:]
  ) {
    self.name = name
    self.title = title
    self.order = order
    self.invariances = invariances
    self.formula = formula
    self.reference = reference
    self.notes = notes
    self.aliases = aliases
    self.presets = presets
    self.aliasPresets = aliasPresets
  }
}
