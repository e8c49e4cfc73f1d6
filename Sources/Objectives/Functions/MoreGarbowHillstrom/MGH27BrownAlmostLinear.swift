import LinearAlgebra
import RealModule
import Specifications

/// Brown's almost linear system: n − 1 linear residuals xᵢ + Σ xⱼ − (n + 1) and one product,
/// Π xⱼ − 1.
///
/// The linear ones vanish on the line (α, …, α, n + 1 − nα); there the product is 1 at the roots α
/// of n αⁿ − (n + 1) αⁿ⁻¹ + 1, of which α = 1 is one for every n, so that f* = 0. At (0, …, 0, n +
/// 1) the gradient vanishes as well, with f = 1: for n ≥ 3 f falls from there along the line.
public struct MGH27BrownAlmostLinear: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-27", title: "Brown almost-linear (MGH 27)",
    formula: "sum_{i<n} (x_i + sum_j x_j - (n + 1))^2 + (prod_j x_j - 1)^2",
    dimensionRule: "1 or more", tags: [.leastSquares, .multimodal, .valley, .smooth],
    source: "K. M. Brown, SIAM Journal on Numerical Analysis 6 (1969) 560-569; " + mghSource,
    knownErrors: [
      "(0, ..., 0, n + 1) with f = 1 is sometimes given as a local minimizer; f falls from there."
    ],
    aliases: ["brown-almost-linear": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .startFactor,
  ]

  public internal(set) var dimension = 5
  public internal(set) var startFactor = 1.0

  public init() {}

  public var residualCount: Int { dimension }
  public var standardStart: Vector { Vector(repeating: 0.5, count: dimension) }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { roots.map(pointOnLine) }
  public var criticalPoints: [CriticalPoint] {
    dimension < 3 ? [] : [CriticalPoint(pointOnLine(0), dimension == 3 ? .saddle : .degenerate)]
  }

  func pointOnLine(_ alpha: Double) -> Vector {
    var point = Vector(repeating: alpha, count: dimension)
    point[dimension - 1] = Double(dimension + 1) - Double(dimension) * alpha
    return point
  }

  /// The roots α: beside 1 there is one between 0 and 1 − 1/n², where the polynomial is least, and
  /// for odd n one between −1 and 0.
  private var roots: [Double] {
    var roots = [1.0]
    let n = Double(dimension)
    if dimension > 1 { roots.append(root(between: 0, and: 1 - 1 / (n * n))) }
    if dimension > 1 && !dimension.isMultiple(of: 2) { roots.append(root(between: 0, and: -1)) }
    return roots
  }

  /// By bisection; the polynomial is positive at `inner` and negative at `outer`.
  private func root(between inner: Double, and outer: Double) -> Double {
    let n = Double(dimension)
    var (inner, outer) = (inner, outer)
    while true {
      let middle = inner + (outer - inner) / 2
      guard middle != inner && middle != outer else { return inner }
      let value = .pow(middle, dimension - 1) * (n * middle - (n + 1)) + 1
      if value > 0 { inner = middle } else { outer = middle }
    }
  }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let last = x.count - 1
    var (sum, product): (S, S) = (0, 1)
    for i in 0...last {
      sum += x[i]
      product *= x[i]
    }
    let shared = sum - S(Double(x.count + 1))
    for i in 0..<last { residuals[i] = x[i] + shared }
    residuals[last] = product - 1
  }

  /// The products of all variables but one come from those of the ones before and after it.
  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    let last = x.count - 1
    var after = [S](repeating: 1, count: x.count)
    for i in stride(from: last, to: 0, by: -1) { after[i - 1] = after[i] * x[i] }
    var shared: S = 0
    for i in 0..<last { shared += v[i] }
    var before = v[last]
    for i in 0...last {
      gradient[i] += shared + before * after[i]
      if i < last { gradient[i] += v[i] }
      before *= x[i]
    }
  }
}
