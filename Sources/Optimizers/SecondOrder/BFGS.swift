import LinearAlgebra
import Specifications

/// BFGS: p = −M g, θ ← θ + ε p, where M approximates H⁻¹.
///
/// After a step s with the change of gradient y, and ρ = 1 / yᵀs,
/// M ← (I − ρ s yᵀ) M (I − ρ y sᵀ) + ρ s sᵀ. The minus sign in p = −M g matters, though it is missing
/// in some printed lectures: M is positive definite, so +M g would climb. M begins as I; with
/// `scaling` it becomes (yᵀs / yᵀy) I just before its first update, the size of H⁻¹ along that step.
/// Pairs with yᵀs not clearly positive are skipped, as may happen without a Wolfe search.
///
/// Reference: Nocedal and Wright, Numerical Optimization, 2nd ed., section 6.1. One gradient a trial,
/// O(n²) numbers and operations.
public struct BFGS: LineSearchSettings {
  public static let card = OptimizerCard(
    name: "bfgs", title: "BFGS", order: .second,
    formula: "p <- -M g, x <- x + eps p, M <- (I - r s y^T) M (I - r y s^T) + r s s^T",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., section 6.1")
  public static let parameters: [Parameter<Self>] =
    [.flag("scaling", \.isScaled, "scale M by the first step before its first update")]
    + lineSearchParameters

  public var storesMatrix: Bool { true }

  public var isScaled = true
  public var lineSearch = LineSearch(remainingSlope: 0.9)

  public init() {}

  public struct Method: Optimizer {
    private var quasiNewton: QuasiNewton<DenseInverse>

    public init(_ settings: BFGS, dimension: Int) {
      quasiNewton = QuasiNewton(
        DenseInverse(dimension: dimension, isScaled: settings.isScaled),
        lineSearch: settings.lineSearch, dimension: dimension)
    }

    public var learningRate: Double { quasiNewton.track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try quasiNewton.step(from: &x, querying: &oracle)
    }
  }
}

/// M as a matrix.
private struct DenseInverse: InverseHessianModel {
  let isScaled: Bool
  var matrix: SymmetricMatrix
  var isFresh = true

  init(dimension: Int, isScaled: Bool) {
    self.isScaled = isScaled
    matrix = .identity(order: dimension)
  }

  mutating func reset() {
    matrix = .identity(order: matrix.order)
    isFresh = true
  }

  mutating func learn(s: Vector, y: Vector) {
    let curvature = y.dot(s)
    if isFresh, isScaled {
      matrix = .identity(order: matrix.order, scale: curvature / y.dot(y))
    }
    isFresh = false
    // With w = (1 + ρ yᵀMy) s / 2 − My the update is M + ρ (s wᵀ + w sᵀ).
    let image = product(y)
    let half = (1 + y.dot(image) / curvature) / 2
    let w = zip(s, image).map { half * $0 - $1 }
    matrix.add(2 / curvature, symmetricProductOf: s, w)
  }

  func product(_ v: Vector) -> Vector {
    var result = Vector.zeros(v.count)
    matrix.multiply(v, into: &result)
    return result
  }
}
