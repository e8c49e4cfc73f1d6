import LinearAlgebra
import RealModule
import Specifications

/// A function turned about the origin: f(Qx), Q orthogonal.
///
/// In two variables the landscape is turned counterclockwise by an angle. In any number of
/// variables a seed names a random Q, uniform among all: Gaussian columns made orthonormal
/// (G. W. Stewart, SIAM J. Numer. Anal. 17 (1980) 403-409). The domain is the box around the
/// turned one; a minimum that holds on the base's own domain only is therefore not known here.
public struct Rotated: CoordinateWrapper {
  public static let card = FunctionCard(
    name: "rotate", title: "Rotated", formula: "f(Q x), Q orthogonal",
    dimensionRule: "that of f, at most 1000", tags: [], source: "elementary")
  public static let parameters: [Parameter<Self>] = [
    .inside(\.base),
    .number("angle", \.angle, symbol: "φ", in: .finite, "turn in degrees, for n = 2"),
    .integer("seed", \.seed, in: 0...Int.max, "names a random rotation; 0 for none"),
  ]

  private static let largestOrder = 1000

  public var base: any TestFunction = Rosenbrock()
  /// φ: turn in degrees, for n = 2.
  public internal(set) var angle = 0.0
  /// Names a random rotation, ≥ 0; 0 for none.
  public internal(set) var seed = 0
  /// Q, row after row; empty where nothing is turned.
  private var rows: [Vector] = []

  public init() {}

  /// - Throws: where n is more than 1000, or n is not 2 for an angle.
  public init(
    _ base: any TestFunction, angle: Double = 0, seed: Int = 0
  ) throws(SpecificationError) {
    self.base = base
    self.angle = angle
    self.seed = seed
    try resolve()
  }

  public mutating func resolve() throws(SpecificationError) {
    guard dimension <= Self.largestOrder else {
      throw SpecificationError(
        "rotate: \(base.specification) has n=\(dimension); expected n <= \(Self.largestOrder)")
    }
    guard angle == 0 || dimension == 2 else {
      throw SpecificationError(
        "rotate: angle=\(NumberText.short(angle)) needs n=2, and \(base.specification) has "
          + "n=\(dimension); expected seed=1")
    }
    guard angle == 0 || seed == 0 else {
      throw SpecificationError("rotate: angle and seed exclude each other")
    }
    rows = makeRows()
    try requireOrder()
  }

  public var tags: [FunctionTag] { tags(adding: []).filter { $0 != .separable } }

  /// A turned coordinate is none of those inside.
  public var variableNames: VariableNames { rows.isEmpty ? base.variableNames : .numbered }

  public var valueCost: Int { base.valueCost + 2 * rows.count * rows.count }

  public var minimum: Double? { holdsEverywhere ? base.minimum : nil }
  public var minimumBasis: MinimumBasis { holdsEverywhere ? base.minimumBasis : .unknown }
  public var minimizers: [Vector] { holdsEverywhere ? base.minimizers.map(outside) : [] }

  private var holdsEverywhere: Bool { rows.isEmpty || !base.tags.contains(.domainMinimum) }

  public var sides: [(low: Double, high: Double)] {
    let inside = base.domain
    if rows.isEmpty { return inside.map { ($0.lowerBound, $0.upperBound) } }
    let center = outside(inside.map { $0.lowerBound / 2 + $0.upperBound / 2 })
    let halves = inside.map { $0.upperBound / 2 - $0.lowerBound / 2 }
    return (0..<dimension).map { j in
      let half = (0..<dimension).reduce(0.0) { $0 + abs(rows[$1][j]) * halves[$1] }
      return (center[j] - half, center[j] + half)
    }
  }

  public func inside(_ x: Span<Double>) -> Vector {
    if rows.isEmpty { return Vector(x) }
    var z = Vector.zeros(x.count)
    for (i, row) in rows.enumerated() {
      for j in row.indices { z[i] += row[j] * x[j] }
    }
    return z
  }

  public func outside(_ z: Vector) -> Vector {
    if rows.isEmpty { return z }
    var x = Vector.zeros(z.count)
    for (row, value) in zip(rows, z) { x.add(value, row) }
    return x
  }

  public func turned(_ d: Span<Double>) -> Vector { inside(d) }

  public func turnBack(_ g: inout MutableSpan<Double>) {
    if rows.isEmpty { return }
    var image = Vector.zeros(g.count)
    for (i, row) in rows.enumerated() { image.add(g[i], row) }
    for i in image.indices { g[i] = image[i] }
  }

  private func makeRows() -> [Vector] {
    if seed != 0 { return Self.randomRows(dimension, seed: UInt64(bitPattern: Int64(seed))) }
    guard angle != 0 else { return [] }
    let radians = angle.remainder(dividingBy: 360) * .pi / 180
    return [[.cos(radians), .sin(radians)], [-.sin(radians), .cos(radians)]]
  }

  /// Gram–Schmidt, twice over each row.
  private static func randomRows(_ n: Int, seed: UInt64) -> [Vector] {
    var stream = RandomStream(seed: seed)
    var rows: [Vector] = []
    for _ in 0..<n {
      var row = (0..<n).map { _ in stream.normal() }
      for _ in 0..<2 {
        for other in rows { row.add(-row.dot(other), other) }
        let size = row.norm
        for i in row.indices { row[i] /= size }
      }
      rows.append(row)
    }
    return rows
  }
}
