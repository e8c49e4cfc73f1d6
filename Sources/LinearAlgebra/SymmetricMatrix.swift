/// A dense symmetric n × n matrix, stored whole, row after row.
public struct SymmetricMatrix: Hashable, Sendable {
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

  public var rows: [[Double]] {
    (0..<order).map { Array(storage[($0 * order)..<(($0 + 1) * order)]) }
  }

  /// A ← A + shift · I.
  public mutating func addToDiagonal(_ shift: Double) {
    for i in 0..<order { storage[i * order + i] += shift }
  }

  /// result ← A x.
  public func multiply(_ x: Vector, into result: inout Vector) {
    for i in 0..<order {
      var sum = 0.0
      for j in 0..<order { sum += storage[i * order + j] * x[j] }
      result[i] = sum
    }
  }

  /// A ← A + scale (u vᵀ + v uᵀ) / 2, the symmetric rank-two update; with u = v of rank one.
  public mutating func add(_ scale: Double, symmetricProductOf u: Vector, _ v: Vector) {
    for i in 0..<order {
      let left = scale * u[i] / 2
      let right = scale * v[i] / 2
      for j in 0..<order { storage[i * order + j] += left * v[j] + right * u[j] }
    }
  }
}
