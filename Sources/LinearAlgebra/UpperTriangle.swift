/// An upper triangular n × n matrix, the factor of a least-squares problem.
public struct UpperTriangle: Hashable, Sendable {
  /// The n of an n × n matrix.
  public let order: Int
  /// n² numbers, row after row; those below the diagonal are not read.
  public internal(set) var elements: [Double]

  /// The zero matrix.
  public init(order: Int) {
    self.order = order
    elements = .zeros(order * order)
  }

  /// The entry in a row and a column, both from 0; below the diagonal it means nothing.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * order + column] }
    set { elements[row * order + column] = newValue }
  }

  /// How many leading entries of the diagonal are not zero.
  public var leadingOrder: Int {
    (0..<order).first { self[$0, $0] == 0 } ?? order
  }

  /// The solution x of R x = b in the first `rank` components, the others 0.
  ///
  /// A zero on the diagonal gives infinities there.
  public func solve(_ b: Vector, rank: Int) -> Vector {
    var x = b
    for i in rank..<order { x[i] = 0 }
    for i in (0..<rank).reversed() {
      var sum = x[i]
      for j in (i + 1)..<max(rank, i + 1) { sum -= elements[i * order + j] * x[j] }
      x[i] = sum / elements[i * order + i]
    }
    return x
  }

  /// The solution x of Rᵀ x = b, row after row of R; rows with a zero on the diagonal are left out,
  /// with 0 in x.
  public func solveTransposed(_ b: Vector) -> Vector {
    var x = b
    for i in 0..<order {
      let pivot = elements[i * order + i]
      x[i] = pivot == 0 ? 0 : x[i] / pivot
      for j in (i + 1)..<max(order, i + 1) { x[j] -= elements[i * order + j] * x[i] }
    }
    return x
  }

  /// R x.
  public func times(_ x: Vector) -> Vector {
    (0..<order).map { i in
      var sum = 0.0
      for j in i..<order { sum += elements[i * order + j] * x[j] }
      return sum
    }
  }

  /// Rᵀ x.
  public func transposeTimes(_ x: Vector) -> Vector {
    var product = Vector.zeros(order)
    for i in 0..<order {
      for j in i..<order { product[j] += elements[i * order + j] * x[i] }
    }
    return product
  }

  /// Brings the rows of a diagonal matrix E below R and c into triangular form by rotations, so
  /// that minimizing ‖R x − c‖² + ‖E x‖² becomes solving R x = c.
  public mutating func absorb(diagonal: Vector, rightHandSide c: inout Vector) {
    var row = Vector.zeros(order)
    for start in 0..<order where diagonal[start] != 0 {
      for j in start..<order { row[j] = 0 }
      row[start] = diagonal[start]
      var rest = 0.0
      for i in start..<order where row[i] != 0 {
        rotate(i, with: &row, &c[i], &rest)
      }
    }
  }

  /// Rotates row i and `row` such that the entry i of `row` vanishes; a and b are their right-hand
  /// sides.
  private mutating func rotate(
    _ i: Int, with row: inout Vector, _ a: inout Double, _ b: inout Double
  ) {
    let (cosine, sine) = Self.rotation(elements[i * order + i], row[i])
    let n = order
    var upper = elements.mutableSpan
    var lower = row.mutableSpan
    for j in i..<n {
      let (u, l) = (upper[i * n + j], lower[j])
      upper[i * n + j] = cosine * u + sine * l
      lower[j] = cosine * l - sine * u
    }
    (a, b) = (cosine * a + sine * b, cosine * b - sine * a)
  }

  /// The cosine and sine that rotate (u, l) into (±√(u² + l²), 0), without overflow.
  private static func rotation(_ u: Double, _ l: Double) -> (cosine: Double, sine: Double) {
    if abs(u) < abs(l) {
      let cotangent = u / l
      let sine = 1 / (1 + cotangent * cotangent).squareRoot()
      return (sine * cotangent, sine)
    }
    let tangent = l / u
    let cosine = 1 / (1 + tangent * tangent).squareRoot()
    return (cosine, cosine * tangent)
  }
}
