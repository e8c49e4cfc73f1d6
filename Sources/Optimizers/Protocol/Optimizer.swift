import LinearAlgebra
import Specifications

/// The memory of one run of a method, and its step.
///
/// The optimizer pulls: it asks the oracle for what it needs, where it needs it. Everything that a
/// run changes lives here; what the user chose lives in the immutable `Settings`.
public protocol Optimizer: Sendable {
  /// What the user chose.
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

  /// Whether a rate of the method follows the validation loss. The same for a whole run.
  var followsValidation: Bool { get }

  /// Takes note of the validation loss at a recorded iterate, before the next step; nothing unless
  /// a rate follows it.
  mutating func observe(validationLoss: Double)

  /// What the method's second point is called, where it has one beside the iterate: a look-ahead,
  /// an average. The same for a whole run.
  var evaluationPointName: String? { get }

  /// That point when x is the iterate; x where there is no other.
  func evaluationPoint(from x: Vector) -> Vector

  /// What the method has to show at the iterate x, where the latest step led; asks for nothing.
  /// Only what is asked for is computed, at about the cost of a step without its queries. Not to be
  /// asked of a method whose latest step threw: what it holds may be half of that step.
  func diagnostics(at x: Vector) -> [Diagnostic]
}

extension Optimizer {
  public var followsValidation: Bool { false }
  public mutating func observe(validationLoss: Double) {}
  public var evaluationPointName: String? { nil }
  public func evaluationPoint(from x: Vector) -> Vector { x }
  public func diagnostics(at x: Vector) -> [Diagnostic] { [] }
}

/// The hyper-parameters of a method: an immutable value that a specification names.
public protocol OptimizerSettings: Specified, Hashable {
  /// The memory of a run.
  associatedtype Method: Optimizer where Method.Settings == Self
  /// What is known of the method beside its hyper-parameters.
  static var card: OptimizerCard { get }
  /// Other names of the method; none unless given.
  static var aliases: [Alias<Self>] { get }
  /// Its dialects; none unless given.
  static var presets: [Preset<Self>] { get }
  /// Whether the memory holds an n × n matrix, which bounds n.
  var storesMatrix: Bool { get }
  /// Whether the memory holds the m × n Jacobian of the residuals of a sum of squares.
  var storesJacobian: Bool { get }
  /// Whether the memory holds a gradient for each of m examples, m n numbers.
  var storesExampleGradients: Bool { get }
  /// The largest eigenvalue of the Hessian of a quadratic on which the method does not diverge,
  /// where there is one that does not change from step to step: 2/ε of gradient descent.
  var largestStableCurvature: Double? { get }
  /// Whether each coordinate of the iterates depends on the same coordinate of start and gradients
  /// alone, so that runs from several points are one run in all of their coordinates.
  var isCoordinatewise: Bool { get }
  /// Why no step can be taken in n = `dimension` variables, where that is so.
  func refusal(dimension: Int) -> Halt?
}

extension OptimizerSettings {
  public static var aliases: [Alias<Self>] { [] }
  public static var presets: [Preset<Self>] { [] }
  public var storesMatrix: Bool { false }
  public var storesJacobian: Bool { false }
  public var storesExampleGradients: Bool { false }
  public var largestStableCurvature: Double? { nil }
  public var isCoordinatewise: Bool { false }
  public func refusal(dimension: Int) -> Halt? { nil }
  public static var name: String { card.name }
}
