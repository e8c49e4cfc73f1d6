/// A dense matrix.
public struct Matrix: Hashable, Sendable {
  /// The m of an m × n matrix.
  public let rows: Int
  /// The n of an m × n matrix.
  public let columns: Int
  /// rows · columns numbers, row after row.
  public var elements: [Double]

  /// The zero matrix.
  public init(rows: Int, columns: Int) {
    self.init(rows: rows, columns: columns, elements: .zeros(rows * columns))
  }

  /// - Parameter elements: rows · columns numbers, row after row; another count is a programming
  ///   error.
  public init(rows: Int, columns: Int, elements: [Double]) {
    precondition(elements.count == rows * columns, "a matrix of another shape")
    self.rows = rows
    self.columns = columns
    self.elements = elements
  }

  /// The same entries, n × n, all of them stored.
  public init(_ symmetric: SymmetricMatrix) {
    self.init(rows: symmetric.order, columns: symmetric.order, elements: symmetric.storage)
  }

  /// The entry in a row and a column, both from 0.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[row * columns + column] }
    set { elements[row * columns + column] = newValue }
  }

  /// Aᵀ.
  public var transposed: Matrix {
    var result = Matrix(rows: columns, columns: rows)
    for i in 0..<rows {
      for j in 0..<columns { result[j, i] = self[i, j] }
    }
    return result
  }

  /// A B.
  public func times(_ other: Matrix) -> Matrix {
    precondition(columns == other.rows, "matrices that cannot be multiplied")
    var result = Matrix(rows: rows, columns: other.columns)
    let width = other.columns
    var product = result.elements.mutableSpan
    let (a, b) = (elements.span, other.elements.span)
    for i in 0..<rows {
      for k in 0..<columns {
        let factor = a[i * columns + k]
        for j in 0..<width { product[i * width + j] += factor * b[k * width + j] }
      }
    }
    return result
  }

  /// A x.
  public func times(_ x: Vector) -> Vector {
    precondition(columns == x.count, "a vector of another length")
    var product = Vector.zeros(rows)
    let (a, x) = (elements.span, x.span)
    for i in 0..<rows {
      product[i] = a.extracting((i * columns)..<((i + 1) * columns)).dot(x)
    }
    return product
  }

  /// A Aᵀ, exactly symmetric.
  public var timesTranspose: Matrix {
    var result = Matrix(rows: rows, columns: rows)
    let a = elements.span
    for i in 0..<rows {
      for j in 0...i {
        var sum = 0.0
        for k in 0..<columns { sum += a[i * columns + k] * a[j * columns + k] }
        result[i, j] = sum
        result[j, i] = sum
      }
    }
    return result
  }

  /// The columns of the given numbers, in this order.
  public func columns(_ order: [Int]) -> Matrix {
    var result = Matrix(rows: rows, columns: order.count)
    for i in 0..<rows {
      for (j, column) in order.enumerated() { result[i, j] = self[i, column] }
    }
    return result
  }

  /// The rows of the given numbers, in this order.
  public func rows(_ order: [Int]) -> Matrix {
    Matrix(
      rows: order.count, columns: columns,
      elements: order.flatMap { elements[($0 * columns)..<(($0 + 1) * columns)] })
  }
}

extension SymmetricMatrix {
  /// A ← kept · A + scale · B Bᵀ, with 0 in place of numbers below 1e-300, which would become
  /// denormal and slow.
  public mutating func blend(_ kept: Double, with scale: Double, timesTransposeOf b: Matrix) {
    precondition(b.rows == order, "a matrix of another shape")
    let product = b.timesTranspose.elements
    for i in storage.indices {
      let sum = kept * storage[i] + scale * product[i]
      storage[i] = abs(sum) < 1e-300 ? 0 : sum
    }
  }
}
