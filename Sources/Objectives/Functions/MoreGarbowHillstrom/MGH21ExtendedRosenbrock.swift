import LinearAlgebra
import Specifications

/// n/2 independent copies of Rosenbrock's valley, over the pairs (x₁, x₂), (x₃, x₄), …
///
/// The residuals of a pair are 10 (x₂ − x₁²) and 1 − x₁. From the standard start all pairs move
/// alike, so that the number of steps of a method hardly depends on n.
public struct MGH21ExtendedRosenbrock: MGHProblem {
  public static let card = FunctionCard(
    name: "mgh-21", title: "Extended Rosenbrock (MGH 21)",
    formula: "sum over pairs of (10 (x2 - x1^2))^2 + (1 - x1)^2", dimensionRule: "2 or more, even",
    tags: ["least-squares", "unimodal", "valley", "ill-conditioned", "smooth"],
    source: "E. Spedicato, Computational experience with quasi-Newton algorithms for minimization "
      + "problems of moderately large size, Report CISE-N-175, 1975; " + mghSource)
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables, even"),
    .startFactor,
  ]

  public var dimension = 4
  public var startFactor = 1.0

  public init() {}

  public mutating func settle() throws(SpecificationError) {
    guard dimension.isMultiple(of: 2) else {
      throw SpecificationError("mgh-21: n=\(dimension) is odd; expected an even n")
    }
  }

  public var residualCount: Int { dimension }
  public var standardStart: Vector { (0..<dimension).map { $0.isMultiple(of: 2) ? -1.2 : 1 } }
  public var domain: [ClosedRange<Double>] {
    stretched((0..<dimension).map { $0.isMultiple(of: 2) ? -2...2 : -1...3 })
  }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [Vector(repeating: 1, count: dimension)] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in stride(from: 0, to: x.count, by: 2) {
      residuals[i] = 10 * (x[i + 1] - x[i] * x[i])
      residuals[i + 1] = 1 - x[i]
    }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for i in stride(from: 0, to: x.count, by: 2) {
      gradient[i] -= 20 * x[i] * v[i] + v[i + 1]
      gradient[i + 1] += 10 * v[i]
    }
  }
}
