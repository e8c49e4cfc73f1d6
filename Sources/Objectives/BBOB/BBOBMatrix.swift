/// A square matrix that multiplies from either side, kept by columns and by rows so that both
/// products run along memory.
public struct BBOBMatrix: Sendable {
  let order: Int
  /// Entry (i, j) at j n + i.
  @usableFromInline let columns: [Double]
  /// Entry (i, j) at i n + j.
  @usableFromInline let rows: [Double]

  init(order: Int, columns: [Double]) {
    self.order = order
    self.columns = columns
    rows = Self.transposed(columns, order: order)
  }

  /// The random rotation of a seed: n² normal numbers fill the columns, which the modified
  /// Gram-Schmidt process makes orthonormal from left to right.
  init(rotationOf order: Int, seed: Int) {
    var columns = BBOBStream.gaussians(order * order, seed: seed)
    columns.withUnsafeMutableBufferPointer { Self.orthonormalize($0, order: order) }
    self.init(order: order, columns: columns)
  }

  var transposed: BBOBMatrix { BBOBMatrix(order: order, columns: rows) }

  /// Diagonal times this matrix.
  func scalingRows(by factors: [Double]) -> BBOBMatrix {
    BBOBMatrix(order: order, columns: columns.indices.map { factors[$0 % order] * columns[$0] })
  }

  /// This matrix times a diagonal.
  func scalingColumns(by factors: [Double]) -> BBOBMatrix {
    BBOBMatrix(order: order, columns: columns.indices.map { columns[$0] * factors[$0 / order] })
  }

  func times(_ other: BBOBMatrix) -> BBOBMatrix {
    var product: [Double] = []
    product.reserveCapacity(columns.count)
    for j in 0..<order {
      product += self * Array(other.columns[(j * order)..<((j + 1) * order)])
    }
    return BBOBMatrix(order: order, columns: product)
  }

  static func * (matrix: BBOBMatrix, x: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: matrix.order)
    matrix.multiply(x, into: &product)
    return product
  }

  private static func transposed(_ entries: [Double], order: Int) -> [Double] {
    var result = entries
    for i in 0..<order {
      for j in 0..<order { result[i * order + j] = entries[j * order + i] }
    }
    return result
  }
}

// MARK: - Gram-Schmidt

extension BBOBMatrix {
  /// Makes the columns orthonormal from left to right: each is given length 1, then taken out of
  /// those to its right.
  ///
  /// Every sum runs in the order of the entries, so that digits are those of the plain loops. Four
  /// columns are served in a pass, whose sums run side by side.
  ///
  /// - Complexity: O(`order`³).
  private static func orthonormalize(_ columns: UnsafeMutableBufferPointer<Double>, order n: Int) {
    func column(_ j: Int) -> UnsafeMutableBufferPointer<Double> {
      UnsafeMutableBufferPointer(rebasing: columns[(j * n)..<((j + 1) * n)])
    }
    for j in 0..<n {
      let unit = column(j)
      normalize(unit)
      let rest = (j + 1)..<n
      let quadruples = rest.count / 4 * 4
      for k in stride(from: rest.lowerBound, to: rest.lowerBound + quadruples, by: 4) {
        remove(unit, from: column(k), column(k + 1), column(k + 2), column(k + 3))
      }
      for k in (rest.lowerBound + quadruples)..<n { remove(unit, from: column(k)) }
    }
  }

  private static func normalize(_ v: UnsafeMutableBufferPointer<Double>) {
    var sum = 0.0
    for i in v.indices { sum += v[i] * v[i] }
    let length = sum.squareRoot()
    for i in v.indices { v[i] /= length }
  }

  /// v ← v − (u·v) u.
  private static func remove(
    _ u: UnsafeMutableBufferPointer<Double>, from v: UnsafeMutableBufferPointer<Double>
  ) {
    var overlap = 0.0
    for i in u.indices { overlap += u[i] * v[i] }
    for i in u.indices { v[i] -= overlap * u[i] }
  }

  private static func remove(
    _ u: UnsafeMutableBufferPointer<Double>, from a: UnsafeMutableBufferPointer<Double>,
    _ b: UnsafeMutableBufferPointer<Double>, _ c: UnsafeMutableBufferPointer<Double>,
    _ d: UnsafeMutableBufferPointer<Double>
  ) {
    var (p, q, r, s) = (0.0, 0.0, 0.0, 0.0)
    for i in u.indices {
      p += u[i] * a[i]
      q += u[i] * b[i]
      r += u[i] * c[i]
      s += u[i] * d[i]
    }
    for i in u.indices {
      a[i] -= p * u[i]
      b[i] -= q * u[i]
      c[i] -= r * u[i]
      d[i] -= s * u[i]
    }
  }
}

// MARK: - Products

extension BBOBMatrix {
  /// y = M x.
  @inlinable
  func multiply<S: Scalar>(_ x: [S], into y: inout [S]) {
    Self.combine(columns, by: x, into: &y)
  }

  /// y = Mᵀ x.
  @inlinable
  func multiplyTransposed<S: Scalar>(_ x: [S], into y: inout [S]) {
    Self.combine(rows, by: x, into: &y)
  }

  /// y = Σ xⱼ vⱼ of the vectors vⱼ that lie one after the other in `vectors`.
  ///
  /// Each sum runs in the order of j, whatever n, so that it rounds like a plain loop; four vectors
  /// are added in a pass, which spares y and lets its components run side by side.
  @inlinable
  static func combine<S: Scalar>(_ vectors: [Double], by x: [S], into y: inout [S]) {
    let n = x.count
    precondition(y.count == n && vectors.count == n * n, "a matrix of another order")
    for i in 0..<n { y[i] = 0 }
    vectors.withUnsafeBufferPointer { vectors in
      y.withUnsafeMutableBufferPointer { y in
        func vector(_ j: Int) -> UnsafeBufferPointer<Double> {
          UnsafeBufferPointer(rebasing: vectors[(j * n)..<((j + 1) * n)])
        }
        for j in stride(from: 0, to: n - n % 4, by: 4) {
          let (a, b, c, d) = (vector(j), vector(j + 1), vector(j + 2), vector(j + 3))
          let (p, q, r, s) = (x[j], x[j + 1], x[j + 2], x[j + 3])
          for i in 0..<n { y[i] = y[i] + S(a[i]) * p + S(b[i]) * q + S(c[i]) * r + S(d[i]) * s }
        }
        for j in (n - n % 4)..<n {
          let a = vector(j)
          for i in 0..<n { y[i] += S(a[i]) * x[j] }
        }
      }
    }
  }
}
