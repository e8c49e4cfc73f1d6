import LinearAlgebra

/// The two orthonormal directions in which weighted points vary most, and their shares of the
/// variance.
///
/// They are eigenvectors of the covariance matrix Σ wᵢ (xᵢ − m)(xᵢ − m)ᵀ about the weighted mean m,
/// or come from those of the smaller matrix of inner products. The component of the largest
/// magnitude of each, the first of several, is positive, so that the same points give the same
/// directions.
public struct PrincipalDirections: Sendable {
  /// The direction of the largest variance: n numbers, of length 1.
  public let first: Vector
  /// That of the largest variance across `first`: n numbers, of length 1, orthogonal to it.
  public let second: Vector
  /// The shares of the total variance, from 1 to 0, of `first` and `second`.
  public let shares: (first: Double, second: Double)

  /// Nil for fewer than two variables, where all points are one, or where a number is not finite.
  ///
  /// Of points on a line the second direction is that of the axis which leans least to the line,
  /// made orthogonal to it.
  ///
  /// - Parameter weights: positive, one a point.
  /// - Complexity: O(m n k + k³) for m points, where k is the smaller of m and n.
  public init?(of points: [Vector], weights: [Double]) {
    guard let n = points.first?.count, n >= 2, points.count == weights.count else { return nil }
    guard let rows = Self.deviations(points, weights) else { return nil }
    let pairs =
      n <= rows.count ? Self.byCovariance(rows, n) : Self.byInnerProducts(rows)
    guard let pairs, let (variance, first) = pairs.first else { return nil }
    let total = rows.reduce(0) { $0 + $1.dot($1) }
    let u = Self.directed(first)
    // What rounding leaves of a variance of zero is no direction.
    guard pairs.count > 1, pairs[1].variance > 1e-13 * variance else {
      self.first = u
      second = Self.directed(Self.across(u))
      shares = (1, 0)
      return
    }
    self.first = u
    second = Self.directed(pairs[1].direction.orthogonal(to: u))
    shares = (min(1, variance / total), min(1, pairs[1].variance / total))
  }

  private typealias Pair = (variance: Double, direction: Vector)

  /// √wᵢ (xᵢ − m), scaled to magnitudes up to 1; nil where all are zero or one is not finite.
  private static func deviations(_ points: [Vector], _ weights: [Double]) -> [Vector]? {
    let sum = weights.reduce(0, +)
    var mean = Vector.zeros(points[0].count)
    for (point, weight) in zip(points, weights) {
      for j in mean.indices { mean[j] += weight / sum * point[j] }
    }
    let rows = zip(points, weights).map { point, weight in
      zip(point, mean).map { ($0 - $1) * (weight / sum).squareRoot() }
    }
    let scale = rows.map(\.largestMagnitude).max() ?? 0
    let magnitude = points.map(\.largestMagnitude).max() ?? 0
    // Points that differ by rounding alone are one.
    guard scale.isFinite, magnitude.isFinite, scale > 1e-15 * magnitude else { return nil }
    return rows.map { row in row.map { $0 / scale } }
  }

  private static func byCovariance(_ rows: [Vector], _ n: Int) -> [Pair]? {
    var covariance = SymmetricMatrix(order: n)
    for row in rows { covariance.add(1, symmetricProductOf: row, row) }
    guard let (values, vectors) = try? covariance.eigensystem() else { return nil }
    return [n - 1, n - 2].map { k in (values[k], (0..<n).map { vectors[$0, k] }) }
  }

  /// The eigenvectors v of D Dᵀ give those of Dᵀ D, which are Dᵀ v.
  private static func byInnerProducts(_ rows: [Vector]) -> [Pair]? {
    let m = rows.count
    var products = SymmetricMatrix(order: m)
    for i in 0..<m {
      for j in 0...i { products[i, j] = rows[i].dot(rows[j]) }
    }
    guard let (values, vectors) = try? products.eigensystem() else { return nil }
    return (0..<min(2, m)).map { rank in
      let k = m - 1 - rank
      var direction = Vector.zeros(rows[0].count)
      for (i, row) in rows.enumerated() {
        for j in row.indices { direction[j] += vectors[i, k] * row[j] }
      }
      return (values[k], direction)
    }
  }

  /// Of length 1, the largest component positive.
  private static func directed(_ direction: Vector) -> Vector {
    let largest = direction.largestMagnitude
    let lead = direction.first { abs($0) == largest } ?? 1
    let length = lead < 0 ? -direction.norm : direction.norm
    return direction.map { $0 / length }
  }

  private static func across(_ u: Vector) -> Vector {
    let j = u.indices.min { abs(u[$0]) < abs(u[$1]) } ?? 0
    return u.indices.map { $0 == j ? 1 : 0 }.orthogonal(to: u)
  }
}

extension Vector {
  /// What is left of a vector without its part along a unit vector.
  public func orthogonal(to unit: Vector) -> Vector {
    let part = dot(unit)
    return zip(self, unit).map { $0 - part * $1 }
  }
}
