import LinearAlgebra
import Specifications

/// The variably dimensioned function: ‖x − 1‖² + s² + s⁴ with s = Σ j (xⱼ − 1).
///
/// Convex, with the minimizer (1, …, 1). One direction is steep, the more the larger n: at the
/// start s is about −n²/3, and s⁴ outweighs all else.
public struct MGH25VariablyDimensioned: MGHProblem, ScaledStart {
  public static let card = FunctionCard(
    name: "mgh-25", title: "Variably dimensioned (MGH 25)",
    formula: "sum_i (x_i - 1)^2 + s^2 + s^4, s = sum_j j (x_j - 1)", dimensionRule: "1 or more",
    tags: [.leastSquares, .convex, .unimodal, .illConditioned, .smooth],
    source: mghSource, aliases: ["variably-dimensioned": [:]])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .startFactor,
  ]

  public internal(set) var dimension = 5
  public internal(set) var startFactor = 1.0

  public init() {}

  public var residualCount: Int { dimension + 2 }
  public var standardStart: Vector {
    (0..<dimension).map { 1 - Double($0 + 1) / Double(dimension) }
  }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [Vector(repeating: 1, count: dimension)] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let n = x.count
    var sum: S = 0
    for i in 0..<n {
      residuals[i] = x[i] - 1
      sum += S(Double(i + 1)) * residuals[i]
    }
    residuals[n] = sum
    residuals[n + 1] = sum * sum
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    let n = x.count
    var sum: S = 0
    for i in 0..<n { sum += S(Double(i + 1)) * (x[i] - 1) }
    let weight = v[n] + 2 * sum * v[n + 1]
    for i in 0..<n { gradient[i] += v[i] + S(Double(i + 1)) * weight }
  }
}
