import LinearAlgebra
import Specifications

/// Two Rosenbrock valleys, of a and c, coupled by their second coordinates b and d; also Colville's
/// function. The last two squares together are the terms 10.1 ((b − 1)² + (d − 1)²)
/// + 19.8 (b − 1)(d − 1) of the usual form.
///
/// From the usual start descent first nears the saddle at (−0.97, 0.95, −0.97, 0.95), where f is
/// 7.88 and only one curvature is negative, −0.12: a method that stops at small gradients, or
/// cannot see that direction, ends there. A second saddle lies near the origin.
public struct Wood: MGHProblem, ScaledStart, PointwiseResiduals {
  public static let card = FunctionCard(
    name: "wood", title: "Wood",
    formula: "100 (b - a^2)^2 + (1 - a)^2 + 90 (d - c^2)^2 + (1 - c)^2 + 10 (b + d - 2)^2 "
      + "+ (b - d)^2/10",
    dimensionRule: "4", tags: [.leastSquares, .valley, .illConditioned, .saddle, .smooth],
    source: "A. R. Colville, A comparative study of nonlinear programming codes, IBM New York "
      + "Scientific Center, report 320-2949, 1968; " + mghSource,
    knownErrors: [
      "Jamil and Yang, under Colville, print 100 (a - b^2)^2 as the first square.",
      "Some collections print 19.8 (d - 1)/b as the last term.",
    ],
    aliases: ["mgh-14": [:], "colville": [:]])
  public static let parameters: [Parameter<Self>] = [.startFactor]

  public internal(set) var startFactor = 1.0

  public init() {}

  public var dimension: Int { 4 }
  public var residualCount: Int { 6 }
  public var domain: [ClosedRange<Double>] { stretched(Array(repeating: -10...10, count: 4)) }
  public var standardStart: Vector { [-3, -1, -3, -1] }
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
  public func residual<S: Scalar>(_ i: Int, _ x: Span<S>) -> S {
    switch i {
    case 0: 10 * (x[1] - x[0] * x[0])
    case 1: 1 - x[0]
    case 2: S(90.0.squareRoot()) * (x[3] - x[2] * x[2])
    case 3: 1 - x[2]
    case 4: S(10.0.squareRoot()) * (x[1] + x[3] - 2)
    default: S(0.1.squareRoot()) * (x[1] - x[3])
    }
  }
}
