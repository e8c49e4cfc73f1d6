/// A dense symmetric n × n matrix, stored whole, row after row.
public struct SymmetricMatrix: Hashable, Sendable {
  /// The n of an n × n matrix.
  public let order: Int
  /// n² numbers; the entry (i, j) at `i * order + j` equals the one at (j, i).
  @usableFromInline
  var storage: [Double]

  /// The zero matrix of order n ≥ 0.
  public init(order: Int) {
    self.order = order
    self.storage = [Double](repeating: 0, count: order * order)
  }

  /// The identity times `scale`.
  public static func identity(order: Int, scale: Double = 1) -> Self {
    var matrix = Self(order: order)
    matrix.addToDiagonal(scale)
    return matrix
  }

  /// Reading gives the entry; writing sets it and its mirror image.
  @inlinable
  public subscript(row: Int, column: Int) -> Double {
    get { storage[row * order + column] }
    set {
      storage[row * order + column] = newValue
      storage[column * order + row] = newValue
    }
  }

  /// A copy, n rows of n numbers.
  public var rows: [[Double]] {
    (0..<order).map { Array(storage[($0 * order)..<(($0 + 1) * order)]) }
  }

  /// A ← A + shift · I.
  public mutating func addToDiagonal(_ shift: Double) {
    for i in 0..<order { storage[i * order + i] += shift }
  }

  /// result ← A x.
  public func multiply(_ x: Vector, into result: inout Vector) {
    precondition(x.count == order && result.count == order, "vectors of another length")
    let (entries, x) = (storage.span, x.span)
    var sums = result.mutableSpan
    for i in 0..<order {
      sums[i] = entries.extracting((i * order)..<((i + 1) * order)).dot(x)
    }
  }

  /// A ← A + scale (u vᵀ + v uᵀ) / 2, the symmetric rank-two update; with u = v of rank one.
  public mutating func add(_ scale: Double, symmetricProductOf u: Vector, _ v: Vector) {
    precondition(u.count == order && v.count == order, "vectors of another length")
    let (n, u, v) = (order, u.span, v.span)
    var entries = storage.mutableSpan
    for i in 0..<n {
      let left = scale * u[i] / 2
      let right = scale * v[i] / 2
      for j in 0..<n { entries[i * n + j] += left * v[j] + right * u[j] }
    }
  }
}
