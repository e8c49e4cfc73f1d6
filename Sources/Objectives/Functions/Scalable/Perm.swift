import LinearAlgebra
import RealModule
import Specifications

/// The permutation function Σᵢ (Σⱼ (jⁱ + ½) ((xⱼ/j)ⁱ − 1))², i and j from 1 to n.
///
/// The sums hardly tell a point from one with its coordinates exchanged: were ½ replaced by 0, all
/// permutations of (1, 2, …, n) would be minimizers, and local minima remain near them. Powers up
/// to n make the curvatures differ by ten orders of magnitude already for n = 5. For n > 79 values
/// overflow within the domain.
public struct Perm: LeastSquaresFunction {
  public static let card = FunctionCard(
    name: "perm", title: "Perm",
    formula: "sum_i (sum_j (j^i + 1/2) ((x_j/j)^i - 1))^2", dimensionRule: "2 to 79",
    tags: [.multimodal, .illConditioned, .smooth, .leastSquares],
    source: "A. Neumaier, Some hard global optimization test problems, 1996, PERM(n, 0.5)",
    knownErrors: ["Said to have one minimizer; for n = 2 there are two."])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...79, "number of variables")
  ]

  public internal(set) var dimension = 2
  public var residualCount: Int { dimension }

  public init() {}

  public var domain: [ClosedRange<Double>] {
    Array(repeating: -Double(dimension)...Double(dimension), count: dimension)
  }
  public var start: Vector { .alternating(-1, 1, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] {
    let known = (1...dimension).map { Double($0) }
    return dimension == 2 ? [known, [1.7692307692307692, 1.0769230769230769]] : [known]
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in 0..<x.count { residuals[i] = 0 }
    for j in 0..<x.count {
      let base = Double(j + 1)
      let ratio = x[j] / S(base)
      var weight = 1.0
      var power: S = 1
      for i in 0..<x.count {
        weight *= base
        power *= ratio
        residuals[i] += S(weight + 0.5) * (power - 1)
      }
    }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for j in 0..<x.count {
      let base = Double(j + 1)
      let ratio = x[j] / S(base)
      var weight = 1.0
      var power: S = 1
      var sum: S = 0
      for i in 0..<x.count {
        weight *= base
        sum += v[i] * S((weight + 0.5) * Double(i + 1)) * power
        power *= ratio
      }
      gradient[j] += sum / S(base)
    }
  }
}
