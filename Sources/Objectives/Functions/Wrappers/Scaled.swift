import LinearAlgebra
import Specifications

/// A function stretched by s along the coordinates and by a factor in value: v f(x ⊘ s).
public struct Scaled: CoordinateWrapper {
  public static let card = FunctionCard(
    name: "scale", title: "Scaled", formula: "v f(x / s)", dimensionRule: "that of f", tags: [],
    source: "elementary")
  public static let parameters: [Parameter<Self>] = [
    .base,
    .numbers(
      "x", \.stretch, symbol: "s", in: .positive, "stretch: one number, or one a coordinate"),
    .number("value", \.factor, symbol: "v", in: .positive, "factor of the value"),
  ]

  public var base: any TestFunction = Rosenbrock()
  public var stretch = [1.0]
  public var factor = 1.0

  public init() {}

  public mutating func settle() throws(SpecificationError) {
    try PerCoordinate.check(stretch, named: "x", of: Self.name, for: base)
  }

  private var scale: PerCoordinate { PerCoordinate(values: stretch) }

  public var minimum: Double? { base.minimum.map { factor * $0 } }
  public var domain: [ClosedRange<Double>] {
    base.domain.enumerated().map { i, range in
      (range.lowerBound * scale[i])...(range.upperBound * scale[i])
    }
  }

  public func inside(_ x: Vector) -> Vector { x.indices.map { x[$0] / scale[$0] } }
  public func outside(_ z: Vector) -> Vector { z.indices.map { z[$0] * scale[$0] } }
  public func turned(_ d: Vector) -> Vector { inside(d) }
  public func turnedBack(_ g: Vector) -> Vector { inside(g) }
}
