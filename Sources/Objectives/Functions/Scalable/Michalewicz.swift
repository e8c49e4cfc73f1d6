import LinearAlgebra
import RealModule
import Specifications

/// Michalewicz's function −Σ sin xᵢ sin²⁰(i xᵢ²/π): narrow gorges in a plain.
///
/// Between the gorges the twentieth power leaves next to no slope, and there are n! intersections
/// of them in the domain. One coordinate does not touch another, so the minimizer is known for any
/// n: coordinate i lies near xᵢ = π √((⌊i/4⌋ + ½) / i), the ridge of sin²⁰ nearest to the crest π/2
/// of sin xᵢ, and a few Newton steps give it in full accuracy. This is the minimum over the domain:
/// beyond it, where ridges and crests meet more closely, f comes nearer to −n.
public struct Michalewicz: FormulaFunction {
  public static let card = FunctionCard(
    name: "michalewicz", title: "Michalewicz", formula: "-sum_i sin(x_i) sin^20(i x_i^2 / pi)",
    dimensionRule: "1 or more",
    tags: [.multimodal, .separable, .smooth, .plateau, .domainMinimum],
    source: "Z. Michalewicz, Genetic Algorithms + Data Structures = Evolution Programs, "
      + "Springer 1992")
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables")
  ]

  public internal(set) var dimension = 2

  public init() {}

  public var domain: [ClosedRange<Double>] { Array(repeating: 0...Double.pi, count: dimension) }
  public var start: Vector { .alternating(2, 1.3, count: dimension) }
  /// Takes time in proportion to n, as do the minimizers.
  public var minimum: Double? { value(at: minimizer) }
  public var minimumBasis: MinimumBasis { .computed }
  public var minimizers: [Vector] { [minimizer] }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let wave = S.sin(S(frequency(i)) * x[i] * x[i])
      sum += .sin(x[i]) * nineteenthPower(wave) * wave
    }
    return -sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sum: S = 0
    for i in 0..<x.count {
      let swing = S(frequency(i)) * x[i]
      let (wave, sine) = (S.sin(swing * x[i]), S.sin(x[i]))
      let power = nineteenthPower(wave)
      sum += sine * power * wave
      gradient[i] = -power * (.cos(x[i]) * wave + 40 * sine * swing * .cos(swing * x[i]))
    }
    return -sum
  }

  /// i/π.
  @inlinable
  func frequency(_ i: Int) -> Double {
    Double(i + 1) / .pi
  }

  @inlinable
  func nineteenthPower<S: Scalar>(_ x: S) -> S {
    let square = x * x
    let fourth = square * square
    let eighth = fourth * fourth
    return eighth * eighth * square * x
  }

  private var minimizer: Vector {
    (0..<dimension).map { i in
      let ridge = (Double((i + 1) / 4) + 0.5) / Double(i + 1)
      var x = .pi * ridge.squareRoot()
      for _ in 0..<4 { x -= newtonStep(x, frequency(i)) }
      return x
    }
  }

  /// For the zero of cot x + 40 c x cot c x², the slope of log (sin x sin²⁰ c x²).
  private func newtonStep(_ x: Double, _ c: Double) -> Double {
    let (cotangent, steep) = (1 / Double.tan(x), 1 / Double.tan(c * x * x))
    let slope = cotangent + 40 * c * x * steep
    let curvature =
      -1 - cotangent * cotangent + 40 * c * steep
      - 80 * c * c * x * x * (1 + steep * steep)
    return slope / curvature
  }
}
