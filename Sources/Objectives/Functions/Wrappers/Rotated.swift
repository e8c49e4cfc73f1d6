import LinearAlgebra
import RealModule
import Specifications

/// A function turned about the origin: f(Qx), Q orthogonal.
///
/// In two variables the landscape is turned counterclockwise by an angle. In any number of
/// variables a seed names a random Q, uniform among all: Gaussian columns made orthonormal
/// (G. W. Stewart, SIAM J. Numer. Anal. 17 (1980) 403-409). The domain is the box around the
/// turned one.
public struct Rotated: CoordinateWrapper {
  public static let card = FunctionCard(
    name: "rotate", title: "Rotated", formula: "f(Q x), Q orthogonal",
    dimensionRule: "that of f, at most 1000", tags: [], source: "elementary")
  public static let parameters: [Parameter<Self>] = [
    .base,
    .number("angle", \.angle, symbol: "φ", in: .finite, "turn in degrees, for n = 2"),
    .integer("seed", \.seed, in: 0...Int.max, "names a random rotation; 0 for none"),
  ]

  private static let largestOrder = 1000

  public var base: any TestFunction = Rosenbrock() { didSet { rows = makeRows() } }
  public var angle = 0.0 { didSet { rows = makeRows() } }
  public var seed = 0 { didSet { rows = makeRows() } }
  /// Q, row after row.
  private var rows: [Vector] = []

  public init() {
    rows = makeRows()
  }

  public mutating func settle() throws(SpecificationError) {
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
  }

  public var tags: [String] { base.tags.filter { $0 != "separable" } }

  public var domain: [ClosedRange<Double>] {
    let centers = base.domain.map { ($0.lowerBound + $0.upperBound) / 2 }
    let halves = base.domain.map { ($0.upperBound - $0.lowerBound) / 2 }
    let center = outside(centers)
    return (0..<dimension).map { j in
      let half = (0..<dimension).reduce(0.0) { $0 + abs(rows[$1][j]) * halves[$1] }
      return (center[j] - half)...(center[j] + half)
    }
  }

  public func inside(_ x: Vector) -> Vector { rows.map { $0.dot(x) } }

  public func outside(_ z: Vector) -> Vector {
    var x = Vector.zeros(z.count)
    for (row, value) in zip(rows, z) { x.add(value, row) }
    return x
  }

  public func turned(_ d: Vector) -> Vector { inside(d) }
  public func turnedBack(_ g: Vector) -> Vector { outside(g) }

  /// Nothing is made that `settle` will refuse.
  private func makeRows() -> [Vector] {
    let n = base.dimension
    guard n <= Self.largestOrder else { return [] }
    if n == 2, seed == 0 {
      let radians = angle.remainder(dividingBy: 360) * .pi / 180
      return [[.cos(radians), .sin(radians)], [-.sin(radians), .cos(radians)]]
    }
    return seed == 0 ? Self.identity(n) : Self.randomRows(n, seed: UInt64(seed))
  }

  private static func identity(_ n: Int) -> [Vector] {
    (0..<n).map { i in (0..<n).map { $0 == i ? 1 : 0 } }
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
