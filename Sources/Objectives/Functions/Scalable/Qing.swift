import LinearAlgebra
import Specifications

/// Qing's function Σ (xᵢ² − i)²: 2ⁿ minimizers (±1, ±√2, …, ±√n) of equal depth around a hill.
///
/// In every coordinate a double well. Which minimizer a run finds says from which side it came.
public struct Qing: LeastSquaresFunction {
  public static let card = FunctionCard(
    name: "qing", title: "Qing", formula: "sum_i (x_i^2 - i)^2", dimensionRule: "1 or more",
    tags: [.multimodal, .separable, .smooth, .leastSquares],
    source: "A. Qing, Dynamic differential evolution strategy and applications in "
      + "electromagnetic inverse scattering problems, IEEE Trans. Geoscience and Remote Sensing "
      + "44 (2006); Jamil and Yang 2013")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2
  public var residualCount: Int { dimension }

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: -500...500, count: dimension) }
  public var start: Vector { .alternating(200, -150, count: dimension) }
  public var minimum: Double? { 0 }
  /// All for n ≤ 4; else the one of positive coordinates.
  public var minimizers: [Vector] {
    let positive = (1...dimension).map { Double($0).squareRoot() }
    guard dimension <= 4 else { return [positive] }
    return positive.reduce([[]]) { signed, root in
      signed.flatMap { [$0 + [root], $0 + [-root]] }
    }
  }
  public var criticalPoints: [CriticalPoint] { [CriticalPoint(.zeros(dimension), .maximum)] }

  @inlinable
  public func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    for i in 0..<x.count { residuals[i] = x[i] * x[i] - S(Double(i + 1)) }
  }

  @inlinable
  public func pullBack<S: Scalar>(
    _ x: Span<S>, _ v: Span<S>, into gradient: inout MutableSpan<S>
  ) {
    for i in 0..<x.count { gradient[i] += 2 * x[i] * v[i] }
  }
}
