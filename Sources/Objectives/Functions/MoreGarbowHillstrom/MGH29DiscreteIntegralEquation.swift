import LinearAlgebra
import Specifications

/// The integral equation of the same boundary value problem as `mgh-28`:
/// rᵢ = xᵢ + ½h ((1 − tᵢ) Σ_{j≤i} tⱼ cⱼ + tᵢ Σ_{j>i} (1 − tⱼ) cⱼ) with cⱼ = (xⱼ + tⱼ + 1)³,
/// h = 1/(n+1), tᵢ = ih.
///
/// The kernel is the inverse of the difference matrix over h², so that these residuals vanish where
/// those of `mgh-28` do, once for every n, and f* = 0. Here the Jacobian is dense but close to the
/// identity: any method does well.
public struct MGH29DiscreteIntegralEquation: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-29", title: "Discrete integral equation (MGH 29)",
    formula: "sum_i (x_i + h ((1 - t_i) sum_{j<=i} t_j c_j + t_i sum_{j>i} (1 - t_j) c_j) / 2)^2, "
      + "c_j = (x_j + t_j + 1)^3, h = 1/(n+1), t_i = i h",
    dimensionRule: "1 or more", tags: [.leastSquares, .smooth],
    source: "J. J. Moré and M. Y. Cosnard, ACM TOMS 5 (1979) 64-85; " + mghSource,
    aliases: ["discrete-integral-equation": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .startFactor,
  ]

  public internal(set) var dimension = 5
  public internal(set) var startFactor = 1.0

  public init() {}

  public var residualCount: Int { dimension }
  public var standardStart: Vector {
    (0..<dimension).map {
      let t = node($0)
      return t * (t - 1)
    }
  }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] {
    MGH28DiscreteBoundaryValue.solutions[dimension].map { [$0] } ?? []
  }

  /// t of the variable at `index`, from 0.
  @inlinable
  func node(_ index: Int) -> Double { Double(index + 1) / Double(dimension + 1) }

  /// One running sum from either end.
  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let half = S(0.5 / Double(x.count + 1))
    var sum: S = 0
    for i in 0..<x.count {
      let t = node(i)
      let base = x[i] + S(t + 1)
      sum += S(t) * base * base * base
      residuals[i] = x[i] + half * S(1 - t) * sum
    }
    sum = 0
    for i in stride(from: x.count - 1, through: 0, by: -1) {
      let t = node(i)
      let base = x[i] + S(t + 1)
      residuals[i] += half * S(t) * sum
      sum += S(1 - t) * base * base * base
    }
  }

  /// ∂cⱼ is 3 (xⱼ + tⱼ + 1)², times what the residuals before and after j take of cⱼ.
  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    let weight = 1.5 / Double(x.count + 1)
    var sum: S = 0
    for i in 0..<x.count {
      let t = node(i)
      let base = x[i] + S(t + 1)
      gradient[i] += v[i] + S(weight * (1 - t)) * sum * base * base
      sum += S(t) * v[i]
    }
    sum = 0
    for i in stride(from: x.count - 1, through: 0, by: -1) {
      let t = node(i)
      let base = x[i] + S(t + 1)
      sum += S(1 - t) * v[i]
      gradient[i] += S(weight * t) * sum * base * base
    }
  }
}
