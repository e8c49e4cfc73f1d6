import LinearAlgebra
import RealModule
import Specifications

/// A quadratic bowl ½ Σ κ^((i−1)/(n−1)) zᵢ² of condition κ, elongated along z₁.
///
/// In two variables z may be x turned by an angle: z₁ = x₁ cos φ + x₂ sin φ,
/// z₂ = x₂ cos φ − x₁ sin φ. In any number of variables the Householder reflection
/// z = x − 2 w (wᵀx)/(wᵀw) with w = (1, 2, …, n) couples all coordinates. The minimum is 0, at 0.
public struct Quadratic: FormulaFunction {
  /// How the axes are turned in any number of variables.
  public enum Rotation: String, CaseIterable, Sendable {
    /// Not at all.
    case none
    /// By the reflection at w = (1, 2, …, n).
    case householder
  }

  public static let card = FunctionCard(
    name: "quadratic", title: "Elongated bowl",
    formula: "1/2 sum_i kappa^((i-1)/(n-1)) z_i^2, z = x turned", dimensionRule: "1 or more",
    tags: [.convex, .unimodal, .separable, .illConditioned, .smooth],
    source: "elementary; Goodfellow, Bengio and Courville, Deep Learning 2016, section 4.3",
    aliases: [
      "bowl": [:],
      "quadratic-diag-1e1": ["condition": "10"],
      "quadratic-diag-1e3": ["condition": "1000"],
      "quadratic-diag-1e6": ["condition": "1000000"],
      "quadratic-rot30-1e1": ["condition": "10", "angle": "30"],
      "quadratic-rot30-1e3": ["condition": "1000", "angle": "30"],
      "quadratic-rot30-1e6": ["condition": "1000000", "angle": "30"],
      "quadratic-householder-1e1": ["condition": "10", "rotation": "householder"],
      "quadratic-householder-1e3": ["condition": "1000", "rotation": "householder"],
      "quadratic-householder-1e6": ["condition": "1000000", "rotation": "householder"],
    ])
  public static let parameters: [Parameter<Self>] = [
    .integer("n", \.dimension, in: 1...largestDimension, "number of variables"),
    .number(
      "condition", \.condition, symbol: "κ", in: conditions,
      "ratio of the largest to the smallest curvature"),
    .number("angle", \.angle, symbol: "φ", in: .finite, "turn in degrees, for n = 2"),
    .choice("rotation", \.rotation, "householder couples all coordinates"),
  ]

  public internal(set) var dimension = 2 {
    didSet { curvatures = .geometric(to: condition, count: dimension) }
  }
  /// κ ≥ 1: ratio of the largest to the smallest curvature.
  public internal(set) var condition = 100.0 {
    didSet { curvatures = .geometric(to: condition, count: dimension) }
  }
  /// In degrees.
  public internal(set) var angle = 0.0 {
    didSet { turn() }
  }
  /// How the axes are turned; `householder` couples all coordinates.
  public internal(set) var rotation = Rotation.none
  /// κ^((i−1)/(n−1)).
  @usableFromInline var curvatures: Vector = [1, 100]
  @usableFromInline var cosine = 1.0
  @usableFromInline var sine = 0.0

  public init() {}

  /// Throws where a number is out of range, or an angle does not go with the rest.
  public init(
    n: Int = 2, condition: Double = 100, angle: Double = 0, rotation: Rotation = .none
  ) throws(SpecificationError) {
    guard (1...largestDimension).contains(n), Self.conditions.contains(condition), angle.isFinite
    else {
      throw SpecificationError(
        "quadratic: n=\(n), condition=\(condition), angle=\(angle) is not accepted; expected n from "
          + "1 to \(largestDimension), a condition in \(Self.conditions), a finite angle")
    }
    dimension = n
    self.condition = condition
    self.angle = angle
    self.rotation = rotation
    curvatures = .geometric(to: condition, count: n)
    turn()
    try resolve()
  }

  private static let conditions = Interval(1, .infinity, openAbove: true)

  private mutating func turn() {
    let radians = angle.remainder(dividingBy: 360) * .pi / 180
    cosine = .cos(radians)
    sine = .sin(radians)
  }

  public mutating func resolve() throws(SpecificationError) {
    guard angle == 0 || dimension == 2 else {
      throw SpecificationError(
        "quadratic: angle=\(NumberText.short(angle)) needs n=2; expected rotation=householder")
    }
    guard angle == 0 || rotation == .none else {
      throw SpecificationError("quadratic: angle and rotation=householder exclude each other")
    }
  }

  public var domain: [ClosedRange<Double>] {
    dimension == 2 ? [-2...2, -2...2] : Array(repeating: -5...5, count: dimension)
  }
  public var start: Vector { (0..<dimension).map { $0 == 0 ? -1.8 : 1 } }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [.zeros(dimension)] }
  public var tags: [FunctionTag] {
    Self.card.tags.filter { tag in
      switch tag {
      case .separable: dimension == 1 || cosine == 1 && rotation == .none
      case .illConditioned: dimension > 1 && condition >= 100
      default: true
      }
    }
  }

  @inlinable
  public func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    let shared = reflection(x)
    let curvatures = curvatures.span
    var sum: S = 0
    for i in 0..<x.count {
      let z = turned(x, i, shared)
      sum += S(curvatures[i]) * z * z
    }
    return 0.5 * sum
  }

  @inlinable
  public func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let shared = reflection(x)
    let curvatures = curvatures.span
    var sum: S = 0
    for i in 0..<x.count {
      let z = turned(x, i, shared)
      gradient[i] = S(curvatures[i]) * z
      sum += gradient[i] * z
    }
    turnBack(&gradient)
    return 0.5 * sum
  }
}
