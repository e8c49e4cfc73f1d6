import LinearAlgebra
import Specifications

/// The permutation function of inverses Σᵢ (Σⱼ (j + 10) (xⱼⁱ − j⁻ⁱ))², i and j from 1 to n.
///
/// The coordinates of a minimizer are nearly interchangeable, as in `perm`, and some exchanges lead
/// to further exact zeros: 2 for n = 2, 4 known for n = 3, at least 14 for n = 5. Listed is always
/// (1, 1/2, …, 1/n). For n > 79 values overflow within the domain.
public struct Perm0: LeastSquaresFunction {
  public static let card = FunctionCard(
    name: "perm0", title: "Perm 0",
    formula: "sum_i (sum_j (j + 10) (x_j^i - j^-i))^2", dimensionRule: "2 to 79",
    tags: [.multimodal, .smooth, .leastSquares],
    source: "A. Neumaier, Some hard global optimization test problems, 1996, PERM0(n, 10)",
    knownErrors: [
      "Said to have the one minimizer (1, 1/2, ..., 1/n); there are 2 for n = 2 and at least 14 "
        + "for n = 5."
    ])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...79, "number of variables")
  ]

  public internal(set) var dimension = 2
  public var residualCount: Int { dimension }

  public init() {}

  public var domain: [ClosedRange<Double>] {
    Array(repeating: -Double(dimension)...Double(dimension), count: dimension)
  }
  public var start: Vector { .alternating(-0.5, 0.8, count: dimension) }
  public var minimum: Double? { 0 }
  /// The condition at the minimizer is 44 for n = 2, and thousands for n = 3.
  public var tags: [FunctionTag] {
    Self.card.tags + (dimension > 2 ? [.illConditioned] : [])
  }
  public var minimizers: [Vector] {
    [(1...dimension).map { 1 / Double($0) }] + Self.others.filter { $0.count == dimension }
  }

  /// Zeros beside the one that every n has.
  private static let others: [Vector] = [
    [0.4782608695652174, 0.9782608695652174],
    [
      0.9999986097734718, 0.500141044102026, 0.19910884147843494, 0.23745574251802032,
      0.32792405080859294,
    ],
  ]

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in 0..<x.count { residuals[i] = 0 }
    for j in 0..<x.count {
      let inverse = 1 / Double(j + 1)
      var target = 1.0
      var power: S = 1
      for i in 0..<x.count {
        target *= inverse
        power *= x[j]
        residuals[i] += S(Double(j + 11)) * (power - S(target))
      }
    }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for j in 0..<x.count {
      var power: S = 1
      var sum: S = 0
      for i in 0..<x.count {
        sum += v[i] * S(Double(i + 1)) * power
        power *= x[j]
      }
      gradient[j] += S(Double(j + 11)) * sum
    }
  }
}
