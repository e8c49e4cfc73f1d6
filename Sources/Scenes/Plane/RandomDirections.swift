import LinearAlgebra

/// Two random directions through a point, made orthonormal.
///
/// Where ranges of parameters are the weights of a unit, directions are filter-normalized: each
/// range of a direction is scaled to the length that it has in the point, and all other parameters,
/// as biases and those of normalization, stay where they are. So landscapes of networks can be
/// compared whatever the scale of their weights.
///
/// Reference: Li, Xu, Taylor, Studer and Goldstein, "Visualizing the loss landscape of neural nets",
/// NeurIPS 2018. There the map's unit is the length of a direction; here it is that of distances
/// between points, and the directions span the same plane.
struct RandomDirections {
  /// n numbers, of length 1.
  let first: Vector
  /// n numbers, of length 1 and orthogonal to `first`.
  let second: Vector
  /// The lengths of the scaled directions, of the second across the first; nil where nothing says
  /// how long they are.
  let lengths: (x: Double, y: Double)?

  /// Whether parameters are scaled by units.
  var areOfUnits: Bool { lengths != nil }

  /// Where the weights of the point leave no two directions, as where all are 0, plain ones are
  /// drawn.
  ///
  /// - Parameters:
  ///   - point: n ≥ 2 numbers.
  ///   - rows: ranges of parameters that are scaled together; none for plain directions.
  ///   - seed: 0 or more, of the random numbers.
  init(at point: Vector, rows: [Range<Int>], seed: Int) {
    let normal = [0, 1].map { (k: UInt64) in
      var stream = RandomStream(seed: UInt64(seed), stream: k)
      return point.map { _ in stream.normal() }
    }
    let scaled = normal.map { Self.scaled($0, as: point, rows) }
    let areOfUnits = Self.span(scaled)
    let directions = areOfUnits ? scaled : normal
    let length = directions[0].norm
    first = directions[0].map { $0 / length }
    let across = directions[1].orthogonal(to: first)
    let breadth = across.norm
    second = across.map { $0 / breadth }
    lengths = areOfUnits ? (length, breadth) : nil
  }

  /// Whether two directions span a plane.
  private static func span(_ directions: [Vector]) -> Bool {
    let length = directions[0].norm
    guard length.isNormal else { return false }
    let across = directions[1].orthogonal(to: directions[0].map { $0 / length })
    return across.norm > 1e-9 * directions[1].norm
  }

  private static func scaled(_ direction: Vector, as point: Vector, _ rows: [Range<Int>]) -> Vector
  {
    var scaled = Vector.zeros(point.count)
    for row in rows {
      let factor = Vector(point[row]).norm / Vector(direction[row]).norm
      for i in row { scaled[i] = factor * direction[i] }
    }
    return scaled
  }
}
