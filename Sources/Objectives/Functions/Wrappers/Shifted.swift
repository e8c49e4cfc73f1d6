import LinearAlgebra
import Specifications

/// A function moved as a whole: f(x − c), with domain, start and minimizers moved by c.
public struct Shifted: CoordinateWrapper {
  public static let card = FunctionCard(
    name: "shift", title: "Shifted", formula: "f(x - c)", dimensionRule: "that of f", tags: [],
    source: "elementary")
  public static let parameters: [Parameter<Self>] = [
    .base,
    .numbers("by", \.offset, symbol: "c", in: .finite, "one number, or one a coordinate"),
  ]

  public var base: any TestFunction = Rosenbrock()
  public var offset = [1.0]

  public init() {}

  public mutating func settle() throws(SpecificationError) {
    try PerCoordinate.check(offset, named: "by", of: Self.name, for: base)
  }

  private var shift: PerCoordinate { PerCoordinate(values: offset) }

  public var domain: [ClosedRange<Double>] {
    base.domain.enumerated().map { i, range in
      (range.lowerBound + shift[i])...(range.upperBound + shift[i])
    }
  }

  public func inside(_ x: Vector) -> Vector { x.indices.map { x[$0] - shift[$0] } }
  public func outside(_ z: Vector) -> Vector { z.indices.map { z[$0] + shift[$0] } }
  public func turned(_ d: Vector) -> Vector { d }
  public func turnedBack(_ g: Vector) -> Vector { g }
}
