import LinearAlgebra
import Specifications

/// The symmetric rank-one method with a line search: quasi-Newton directions from an M that may be
/// indefinite. ``card`` has the formula, the references and what differs from them.
public struct SR1: LineSearchSettings {
  public static let card = OptimizerCard(
    name: "sr1", title: "SR1", order: .second,
    invariances: [.rotation],
    formula: "p ← −M g, x ← x + ε p, M ← M + r rᵀ / rᵀ y, r = s − M y",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., section 6.2, (6.25) and "
      + "(6.26); Conn, Gould and Toint, Math. Program. 50 (1991) 177-195",
    notes: [
      "M follows H⁻¹ also where that is indefinite, and on a quadratic equals it after n "
        + "independent steps of any lengths.",
      "An update is skipped where |rᵀy| < 10⁻⁸ ‖r‖ ‖y‖.",
      "Where the direction does not descend or a search along it finds no lower point, −g is "
        + "searched instead and M kept.",
      "With scaling M is (sᵀs / sᵀy) I before its first update, where sᵀy > 0; yᵀs / yᵀy would "
        + "make that update void.",
      "O(n²) numbers and operations, one gradient a trial.",
    ])
  public static let parameters: [Parameter<Self>] =
    [.flag("scaling", \.isScaled, "scale M by the first step before its first update")]
    + lineSearchParameters

  public var storesMatrix: Bool { true }

  /// Whether to scale M by the first step before its first update.
  public var isScaled = false
  public var lineSearch = StepLengthRule(remainingSlope: 0.9)

  public init() {}

  public struct Method: Optimizer {
    private var quasiNewton: QuasiNewton<RankOneInverse>

    public init(_ settings: SR1, dimension: Int) {
      var rules = QuasiNewtonRules()
      rules.pairTest = .none
      rules.failure = .keep
      quasiNewton = QuasiNewton(
        RankOneInverse(dimension: dimension, isScaled: settings.isScaled),
        lineSearch: settings.lineSearch, rules: rules, dimension: dimension)
    }

    public var learningRate: Double { quasiNewton.track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try quasiNewton.step(from: &x, querying: &oracle)
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] { quasiNewton.diagnostics(at: x) }
  }
}

/// M as a matrix, not necessarily definite.
private struct RankOneInverse: InverseHessianModel {
  private let isScaled: Bool
  private var matrix: PackedSymmetricMatrix
  private(set) var isFresh = true

  /// r and y are orthogonal if the cosine of their angle is below this.
  private static let leastCosine = 1e-8

  init(dimension: Int, isScaled: Bool) {
    self.isScaled = isScaled
    matrix = .identity(order: dimension)
  }

  mutating func reset() {
    matrix = .identity(order: matrix.order)
    isFresh = true
  }

  mutating func learn(s: Vector, y: Vector, image: Vector) {
    let curvature = y.dot(s)
    if isFresh, isScaled, curvature > 0 {
      matrix = .identity(order: matrix.order, scale: s.dot(s) / curvature)
    }
    isFresh = false
    let r = s.minus(matrix.product(y))
    let denominator = r.dot(y)
    guard abs(denominator) >= Self.leastCosine * r.norm * y.norm, denominator != 0 else { return }
    matrix.add(1 / denominator, symmetricProductOf: r, r)
  }

  func direction(against g: Vector) -> Vector {
    matrix.product(g).negated
  }
}
