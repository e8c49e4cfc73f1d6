import LinearAlgebra
import RealModule
import Specifications

/// A fit of two growth rates to a straight line, which no two exponentials follow: the least sum of
/// squares is 124.36, at equal rates. f is symmetric in x and y, and its walls grow like e²⁰ within
/// the domain.
public struct JennrichSampson: PlaneFunction {
  public static let card = FunctionCard(
    name: "jennrich-sampson", title: "Jennrich-Sampson",
    formula: "sum_{i=1..10} (2 + 2 i - (exp(i x) + exp(i y)))^2",
    tags: ["smooth"],
    source: "R. I. Jennrich and P. F. Sampson, Application of stepwise regression to non-linear "
      + "estimation, Technometrics 10 (1968) 63-72",
    knownErrors: [
      "Some collections start at (1, 1); the original start is (0.3, 0.4)."
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-1...1, -1...1] }
  public var start: Vector { [0.3, 0.4] }
  public var minimum: Double? { 124.36218235561485 }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] { [[0.2578252136703641, 0.2578252136703641]] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let (growth, rival) = (S.exp(x), S.exp(y))
    var (first, second) = (growth, rival)
    var sum: S = 0
    // (i + 1) for i = 1 ... 10.
    for line in stride(from: 2.0, through: 11, by: 1) {
      let residual = S(2 * line) - first - second
      sum += residual * residual
      first *= growth
      second *= rival
    }
    return sum
  }
}
