/// The factors of A P = Q R, for the least-squares problems of one m × n shape.
///
/// Q has orthonormal columns, R is upper triangular, and the permutation P brings the column that
/// is furthest from the span of those before it to the front. Where m < n, zero rows are appended.
public struct PivotedQR: Sendable {
  /// m.
  public let rows: Int
  /// n.
  public let columns: Int
  /// The n × n triangle R; zero before the first factorization.
  public private(set) var r: UpperTriangle
  /// The number of the column of A at each place of A P.
  public private(set) var order: [Int]
  /// ‖Aⱼ‖₂ of each column of A.
  public private(set) var columnNorms: Vector

  /// Column after column, `height` numbers each; what LAPACK reads and leaves.
  var factors: [Double]
  var scales: [Double]
  var pivots: [Int32]
  var work: [Double]

  /// Room for the factors of m × n matrices, one after the other; `factorize` fills it.
  public init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    r = UpperTriangle(order: columns)
    order = Array(0..<columns)
    columnNorms = .zeros(columns)
    factors = .zeros(max(rows, columns) * columns)
    scales = .zeros(columns)
    pivots = [Int32](repeating: 0, count: columns)
    work = .zeros(2 * columns + 32 * (columns + 1))
  }

  var height: Int { max(rows, columns) }

  /// Factorizes A, m × n.
  ///
  /// - Throws: `notFinite` where an entry is not finite; the old factors stay.
  public mutating func factorize(_ a: Matrix) throws(FactorizationError) {
    precondition(a.rows == rows && a.columns == columns, "a matrix of another shape")
    guard a.elements.isFinite else { throw .notFinite }
    take(a)
    try factorizeInPlace()
    for j in 0..<columns {
      order[j] = Int(pivots[j]) - 1
      for i in 0...j { r[i, j] = factors[j * height + i] }
    }
  }

  private mutating func take(_ a: Matrix) {
    let height = height
    let source = a.elements.span
    for j in 0..<columns {
      for i in 0..<rows { factors[j * height + i] = source[i * columns + j] }
      for i in rows..<height { factors[j * height + i] = 0 }
      columnNorms[j] = factors.span.extracting((j * height)..<((j + 1) * height)).norm
    }
  }

  /// The first n components of Qᵀ b.
  public func rotated(_ b: Vector) -> Vector {
    precondition(b.count == rows, "a right-hand side of another length")
    var whole = b + Vector.zeros(height - rows)
    rotate(&whole)
    return Vector(whole.prefix(columns))
  }

  /// The number of leading columns of A P that are independent as far as doubles can tell: each
  /// further than m ε of its length from the span of those before it.
  public var rank: Int {
    let limit = Double(height) * .ulpOfOne
    return (0..<columns).first { !(abs(r[$0, $0]) > limit * columnNorms[order[$0]]) } ?? columns
  }

  /// P z.
  public func restored(_ z: Vector) -> Vector {
    var x = z
    for (place, column) in order.enumerated() { x[column] = z[place] }
    return x
  }

  /// Pᵀ x.
  public func permuted(_ x: Vector) -> Vector { order.map { x[$0] } }

  /// x that minimizes ‖A x − b‖, given c = `rotated(b)`: where the rank is less than n, the one
  /// that uses the independent columns only.
  public func solution(_ c: Vector) -> Vector { restored(r.solve(c, rank: rank)) }

  /// x that minimizes ‖A x − b‖² + ‖E x‖² for a diagonal matrix E, given c = `rotated(b)`, and the
  /// triangle S with SᵀS = Pᵀ (AᵀA + E²) P.
  public func dampedSolution(
    _ c: Vector, diagonal: Vector
  ) -> (solution: Vector, triangle: UpperTriangle) {
    var triangle = r
    var side = c
    triangle.absorb(diagonal: permuted(diagonal), rightHandSide: &side)
    return (restored(triangle.solve(side, rank: triangle.leadingOrder)), triangle)
  }
}
