import LinearAlgebra
import Specifications

/// A function moved as a whole: f(x − c), with domain, start and minimizers moved by c.
public struct Shifted: CoordinateWrapper {
  public static let card = FunctionCard(
    name: "shift", title: "Shifted", formula: "f(x - c)", dimensionRule: "that of f", tags: [],
    source: "elementary")
  public static let parameters: [Parameter<Self>] = [
    .inside(\.base),
    .numbers("by", \.offset, symbol: "c", in: .finite, "one number, or one a coordinate"),
  ]

  public var base: any TestFunction = Rosenbrock()
  /// c: one number, or one a coordinate.
  public internal(set) var offset = [1.0]
  /// c, n numbers.
  private var shift = [1.0, 1.0]

  public init() {}

  /// - Throws: where there is neither one number nor one a coordinate.
  public init(_ base: any TestFunction, by offset: [Double]) throws(SpecificationError) {
    self.base = base
    self.offset = offset
    try resolve()
  }

  public mutating func resolve() throws(SpecificationError) {
    shift = try PerCoordinate.expanded(offset, named: "by", of: Self.name, for: base)
    try requireOrder()
  }

  public var sides: [(low: Double, high: Double)] {
    base.domain.enumerated().map { i, range in
      (range.lowerBound + shift[i], range.upperBound + shift[i])
    }
  }

  public func inside(_ x: Span<Double>) -> Vector {
    var z = Vector(x)
    for i in z.indices { z[i] -= shift[i] }
    return z
  }

  public func outside(_ z: Vector) -> Vector { z.indices.map { z[$0] + shift[$0] } }
  public func turned(_ d: Span<Double>) -> Vector { Vector(d) }
  public func turnBack(_ g: inout MutableSpan<Double>) {}

  public func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix) {
    base.hessian(at: inside(x).span, into: &hessian)
  }
}
