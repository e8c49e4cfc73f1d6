import LinearAlgebra
import Specifications

/// A function stretched by s along the coordinates and by a factor in value: v f(x ⊘ s).
public struct Scaled: DiagonalWrapper {
  public static let card = FunctionCard(
    name: "scale", title: "Scaled", formula: "v f(x / s)", dimensionRule: "that of f", tags: [],
    source: "elementary")
  public static let parameters: [Parameter<Self>] = [
    .inside(\.base),
    .numbers(
      "x", \.stretch, symbol: "s", in: .positive, "stretch: one number, or one a coordinate"),
    .number("value", \.gain, symbol: "v", in: .positive, "factor of the value"),
  ]

  public var base: any TestFunction = Rosenbrock()
  /// s, each > 0: one number, or one a coordinate.
  public internal(set) var stretch = [1.0]
  public internal(set) var gain = 1.0
  /// 1 ⊘ s.
  var factors = [1.0, 1.0]

  public init() {}

  /// - Throws: where there is neither one stretch nor one a coordinate.
  public init(
    _ base: any TestFunction, stretch: [Double] = [1], value: Double = 1
  ) throws(SpecificationError) {
    self.base = base
    self.stretch = stretch
    gain = value
    try resolve()
  }

  public mutating func resolve() throws(SpecificationError) {
    factors = try PerCoordinate.expanded(stretch, named: "x", of: Self.name, for: base)
      .map { 1 / $0 }
    try requireOrder()
  }
}
