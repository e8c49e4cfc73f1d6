import LinearAlgebra
import Specifications

/// Gill, Murray and Pitfield's first penalty function: 10⁻⁵ Σ (xᵢ − 1)² + (‖x‖² − ¼)².
///
/// A sphere of radius ½ is a sharp valley; along it only the weak pull towards (1, …, 1) decides.
///
/// On a sphere of given radius the first sum is least in the direction (1, …, 1), so that the
/// minimizer is (t, …, t) with t > 0; there 2n t³ + (10⁻⁵ − ½) t − 10⁻⁵ = 0, which has a single
/// positive root. The minimum is thus known for every n.
public struct MGH23PenaltyI: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-23", title: "Penalty I (MGH 23)",
    formula: "1e-5 sum_i (x_i - 1)^2 + (sum_i x_i^2 - 1/4)^2", dimensionRule: "1 or more",
    tags: [.leastSquares, .valley, .illConditioned, .smooth],
    source: "P. E. Gill, W. Murray and R. A. Pitfield, The implementation of two revised "
      + "quasi-Newton algorithms for unconstrained optimization, Report NAC 11, National Physical "
      + "Laboratory 1972; " + mghSource,
    aliases: ["penalty-1": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .startFactor,
  ]

  @usableFromInline static let weight = 1e-5

  public internal(set) var dimension = 4
  public internal(set) var startFactor = 1.0

  public init() {}

  public var residualCount: Int { dimension + 1 }
  public var standardStart: Vector { (0..<dimension).map { Double($0 + 1) } }
  /// With ‖x‖² − ¼ from the cubic equation, where it does not cancel.
  public var minimum: Double? {
    let t = coordinate
    let excess = Self.weight * (1 - t) / (2 * t)
    return Self.weight * Double(dimension) * (1 - t) * (1 - t) + excess * excess
  }
  public var minimizers: [Vector] { [Vector(repeating: coordinate, count: dimension)] }

  /// t, by Newton's method from 1/√n, where the cubic is positive and convex, so that the steps go
  /// down to the root until rounding stops them.
  private var coordinate: Double {
    let n = Double(dimension)
    var t = 1 / n.squareRoot()
    while true {
      let cubic = (2 * n * t * t + Self.weight - 0.5) * t - Self.weight
      let next = t - cubic / (6 * n * t * t + Self.weight - 0.5)
      guard next < t else { return t }
      t = next
    }
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let scale = S(Self.weight.squareRoot())
    var sum: S = 0
    for i in 0..<x.count {
      residuals[i] = scale * (x[i] - 1)
      sum += x[i] * x[i]
    }
    residuals[x.count] = sum - 0.25
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    let scale = S(Self.weight.squareRoot())
    let excess = 2 * v[x.count]
    for i in 0..<x.count { gradient[i] += scale * v[i] + excess * x[i] }
  }
}
