import LinearAlgebra
import Specifications

/// Rosenbrock's banana valley in n ≥ 2 variables, even or odd, as the coupled chain
/// Σ_{i<n} 100 (x_{i+1} − x_i²)² + (1 − x_i)².
///
/// For n ≥ 4 a second, local minimum lies near (−1, 1, …, 1); for n = 2 and 3 there is none. The
/// extension to independent pairs is `rosenbrock-extended`; for n = 2 the two agree.
///
/// A sum of squares, with the residuals 10 (x_{i+1} − x_i²) and 1 − x_i. `evaluate` and
/// `differentiate` are written out beside them: their order of operations is that of other
/// libraries, whose runs are followed digit by digit.
public struct Rosenbrock: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "rosenbrock", title: "Rosenbrock",
    formula: "sum_{i<n} 100 (x_{i+1} - x_i^2)^2 + (1 - x_i)^2", dimensionRule: "2 or more",
    tags: [.leastSquares, .unimodal, .valley, .illConditioned, .smooth],
    source: "H. H. Rosenbrock, The Computer Journal 3 (1960) 175-184; chain extension as in "
      + "scipy and COCO; number of minima Y.-W. Shang and Y.-H. Qiu, Evolutionary Computation 14 "
      + "(2006) 119-126; " + mghSource,
    aliases: ["mgh-1": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 2...largestDimension, "number of variables"),
    .startFactor,
  ]

  public internal(set) var dimension = 2
  public internal(set) var startFactor = 1.0

  public init() {}

  /// The function of n variables, 2 or more.
  public init(n: Int) {
    precondition(n >= 2, "Rosenbrock's function has at least two variables")
    dimension = n
  }

  public var domain: [ClosedRange<Double>] {
    stretched(dimension == 2 ? [-2...2, -1...3] : Array(repeating: -5...10, count: dimension))
  }
  public var residualCount: Int { 2 * (dimension - 1) }
  public var standardStart: Vector { .alternating(-1.2, 1, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [Vector(repeating: 1, count: dimension)] }
  public var tags: [FunctionTag] {
    Self.card.tags.map { $0 == .unimodal && dimension > 3 ? .multimodal : $0 }
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<(x.count - 1) {
      let bend = x[i + 1] - x[i] * x[i]
      let slope = 1 - x[i]
      sum += 100 * bend * bend + slope * slope
    }
    return sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    var carried: S = 0
    for i in 0..<(x.count - 1) {
      let bend = x[i + 1] - x[i] * x[i]
      let slope = 1 - x[i]
      sum += 100 * bend * bend + slope * slope
      gradient[i] = carried - 400 * bend * x[i] - 2 * slope
      carried = 200 * bend
    }
    gradient[x.count - 1] = carried
    return sum
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in 0..<(x.count - 1) {
      residuals[2 * i] = 10 * (x[i + 1] - x[i] * x[i])
      residuals[2 * i + 1] = 1 - x[i]
    }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for i in 0..<(x.count - 1) {
      gradient[i] -= 20 * x[i] * v[2 * i] + v[2 * i + 1]
      gradient[i + 1] += 10 * v[2 * i]
    }
  }
}
