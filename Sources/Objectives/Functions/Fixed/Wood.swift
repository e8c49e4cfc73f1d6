import LinearAlgebra
import Specifications

/// Two Rosenbrock valleys, of a and c, coupled by their second coordinates; also Colville's
/// function.
///
/// From the usual start descent first nears the saddle at (−0.97, 0.95, −0.97, 0.95), where f is
/// 7.88 and only one curvature is negative, −0.12: a method that stops at small gradients, or
/// cannot see that direction, ends there.
public struct Wood: FormulaFunction {
  public static let card = FunctionCard(
    name: "wood", title: "Wood",
    formula:
      "100 (a^2 - b)^2 + (a - 1)^2 + (c - 1)^2 + 90 (c^2 - d)^2 + 10.1 ((b - 1)^2 + (d - 1)^2) "
      + "+ 19.8 (b - 1)(d - 1)", dimensionRule: "4",
    tags: ["valley", "ill-conditioned", "saddle", "smooth"],
    source: "A. R. Colville, A comparative study of nonlinear programming codes, IBM New York "
      + "Scientific Center, report 320-2949, 1968",
    knownErrors: [
      "Jamil and Yang, under Colville, print 100 (a - b^2)^2 as the first square.",
      "Some collections print 19.8 (d - 1)/b as the last term.",
    ])
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var dimension: Int { 4 }
  public var domain: [ClosedRange<Double>] { Array(repeating: -10...10, count: 4) }
  public var start: Vector { [-3, -1, -3, -1] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[1, 1, 1, 1]] }
  public var criticalPoints: [CriticalPoint] {
    [
      CriticalPoint(
        [-0.9679740249375931, 0.9471391408178418, -0.9695163103315911, 0.9512476657923252],
        .saddle),
      CriticalPoint(
        [-0.03125102339433596, 0.16597138685578314, -0.031258171023264066, 0.1842639346967284],
        .saddle),
    ]
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let (first, second) = (x[0] * x[0] - x[1], x[2] * x[2] - x[3])
    let (a, b, c, d) = (x[0] - 1, x[1] - 1, x[2] - 1, x[3] - 1)
    let valleys = 100 * first * first + a * a + 90 * second * second + c * c
    return valleys + 10.1 * (b * b + d * d) + 19.8 * b * d
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let (first, second) = (x[0] * x[0] - x[1], x[2] * x[2] - x[3])
    let (a, b, c, d) = (x[0] - 1, x[1] - 1, x[2] - 1, x[3] - 1)
    gradient[0] = 400 * first * x[0] + 2 * a
    gradient[1] = 20.2 * b + 19.8 * d - 200 * first
    gradient[2] = 360 * second * x[2] + 2 * c
    gradient[3] = 20.2 * d + 19.8 * b - 180 * second
    let valleys = 100 * first * first + a * a + 90 * second * second + c * c
    return valleys + 10.1 * (b * b + d * d) + 19.8 * b * d
  }
}
