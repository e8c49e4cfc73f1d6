import DescentKit

/// (x² − 1)² + 2y²: two valleys, and a saddle between them.
public struct TwoValleys: PlaneFunction {
  public static let card = FunctionCard(
    name: "two-valleys", title: "Two valleys", formula: "(x^2 - 1)^2 + 2 y^2",
    tags: [.saddle, .smooth], source: "the tutorial")
  public static let parameters: [Parameter<Self>] = []

  public init() {}

  public var domain: [ClosedRange<Double>] { [-2...2, -1.5...1.5] }
  public var start: Vector { [0.1, 1.2] }
  public var minimum: Double? { 0 }
  public var minimizers: [Vector] { [[-1, 0], [1, 0]] }
  public var criticalPoints: [CriticalPoint] { [CriticalPoint([0, 0], .saddle)] }

  public func evaluate<S: Scalar>(_ x: S, _ y: S) -> S {
    let bend = x * x - 1
    return bend * bend + 2 * y * y
  }
}
