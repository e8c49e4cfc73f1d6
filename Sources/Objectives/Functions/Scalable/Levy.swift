import LinearAlgebra
import RealModule
import Specifications

/// Levy's function sin² πw₁ + Σ_{i<n} (wᵢ−1)² (1 + 10 sin²(πwᵢ+1)) + (wₙ−1)² (1 + sin² 2πwₙ) with
/// w = 1 + (x−1)/4: parallel waves on a bowl, strongest away from the minimum.
///
/// Written in u = w − 1 = (x−1)/4, in which the sines are the same up to sign and vanish exactly at
/// the minimum.
public struct Levy: FormulaFunction {
  public static let card = FunctionCard(
    name: "levy", title: "Levy",
    formula: "sin^2(pi w_1) + sum_{i<n} (w_i-1)^2 (1 + 10 sin^2(pi w_i + 1)) "
      + "+ (w_n-1)^2 (1 + sin^2(2 pi w_n)), w_i = 1 + (x_i-1)/4",
    dimensionRule: "1 or more", tags: [.multimodal, .separable, .smooth],
    source: "after A. V. Levy and A. Montalvo, The tunneling algorithm for the global "
      + "minimization of functions, SIAM J. Sci. Stat. Comput. 6 (1985); Surjanovic and Bingham")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -10...10, count: dimension) }
  public var start: Vector { .alternating(-6, 7, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [Vector(repeating: 1, count: dimension)] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let last = x.count - 1
    let first = S.sin(S(Double.pi) * offset(x[0]))
    var sum = first * first
    for i in 0..<last {
      let u = offset(x[i])
      let wave = S.sin(S(Double.pi) * u + 1)
      sum += u * u * (1 + 10 * wave * wave)
    }
    let u = offset(x[last])
    let wave = S.sin(S(2 * Double.pi) * u)
    return sum + u * u * (1 + wave * wave)
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let last = x.count - 1
    let angle = S(Double.pi) * offset(x[0])
    let first = S.sin(angle)
    var sum = first * first
    for i in 0..<last {
      let u = offset(x[i])
      let (wave, swing) = (S.sin(S(Double.pi) * u + 1), S.cos(S(Double.pi) * u + 1))
      sum += u * u * (1 + 10 * wave * wave)
      gradient[i] = 0.5 * u * (1 + 10 * wave * (wave + S(Double.pi) * u * swing))
    }
    let u = offset(x[last])
    let (wave, swing) = (S.sin(S(2 * Double.pi) * u), S.cos(S(2 * Double.pi) * u))
    gradient[last] = 0.5 * u * (1 + wave * (wave + S(2 * Double.pi) * u * swing))
    gradient[0] += S(0.5 * Double.pi) * first * .cos(angle)
    return sum + u * u * (1 + wave * wave)
  }

  /// u = (x−1)/4.
  @inlinable
  func offset<S: Scalar>(_ x: S) -> S {
    0.25 * (x - 1)
  }
}
