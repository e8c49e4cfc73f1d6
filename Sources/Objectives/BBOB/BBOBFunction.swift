import LinearAlgebra
import Specifications

/// One of the 24 noiseless functions of the suite BBOB, with the instances of the COCO software.
///
/// A function says how its landscape is drawn: x_opt, the layers from x to z, the formula in z.
/// Value, gradient and Hessian product follow. Reference: N. Hansen, S. Finck, R. Ros and
/// A. Auger, "Real-parameter black-box optimization benchmarking 2009: noiseless functions
/// definitions", INRIA RR-6829 (2009).
public protocol BBOBFunction: FormulaFunction {
  /// The formula in z.
  associatedtype Formula: BBOBFormula
  /// What tells the seeds of this function from those of others: mostly its number.
  static var stream: Int { get }
  /// The landscape of a draw.
  static func landscape(_ draw: BBOBDraw) -> BBOBLandscape<Formula>
  /// The landscape of this instance.
  var landscape: BBOBLandscape<Formula> { get }
  /// The function of a landscape that `landscape(_:)` drew.
  init(_ landscape: BBOBLandscape<Formula>)
}

extension BBOBFunction {
  /// n = 2, instance 1.
  public init() {
    self.init(Self.landscape())
  }

  public var valueCost: Int { landscape.valueCost }

  /// What the landscape is drawn from. After a change it is to be drawn anew, by `resolve`.
  private var draw: BBOBDraw {
    get { landscape.draw }
    set {
      var changed = landscape
      changed.draw = newValue
      self = Self(changed)
    }
  }

  public static var parameters: [Parameter<Self>] {
    [
      .integer("n", \.draw.dimension, in: BBOBDraw.dimensions, "number of variables"),
      .integer(
        "instance", \.draw.instance, in: BBOBDraw.instances,
        "which shift, rotations and f_opt"),
    ]
  }

  /// The landscape of n and an instance. Requires n in 2...1000 and an instance in 1...9600000.
  public init(n: Int, instance: Int = 1) {
    precondition(BBOBDraw.dimensions ~= n, "BBOB functions have 2 to 1000 variables")
    precondition(BBOBDraw.instances ~= instance, "BBOB instances run from 1 to 9600000")
    self.init(Self.landscape(n: n, instance: instance))
  }

  public mutating func resolve() throws(SpecificationError) {
    self = Self(Self.landscape(draw))
  }

  static func landscape(n: Int = 2, instance: Int = 1) -> BBOBLandscape<Formula> {
    landscape(BBOBDraw(stream: stream, dimension: n, instance: instance))
  }
}

extension FunctionCard {
  /// The card of function `number` of the suite.
  init(
    bbob number: Int, _ title: String, formula: String, tags: [FunctionTag], kinkRule: String = "",
    knownErrors: [String] = []
  ) {
    self.init(
      name: "bbob-f\(number)", title: "BBOB f\(number), \(title)", formula: formula,
      dimensionRule: "2 to 1000", tags: tags, kinkRule: kinkRule,
      source: "N. Hansen, S. Finck, R. Ros and A. Auger, INRIA RR-6829 (2009), f\(number)",
      knownErrors: knownErrors)
  }
}

// MARK: - What is known

extension BBOBFunction {
  public var dimension: Int { landscape.draw.dimension }
  public var domain: [ClosedRange<Double>] { Array(repeating: -5...5, count: dimension) }
  /// The origin, the initial solution of the COCO software.
  public var start: Vector { .zeros(dimension) }
  public var minimum: Double? { landscape.minimum }
  public var minimizers: [Vector] { [landscape.optimum] }
}

// MARK: - Values and derivatives

extension BBOBFunction {
  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    landscape.evaluate(x)
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    landscape.differentiate(x, into: &gradient)
  }
}
