/// A symmetric matrix A and a factorization of A + τI, in one array of n² numbers.
///
/// The factor takes one triangle and A keeps the other, so that a factorization costs no copy and
/// another τ may be tried after it. Write A into `matrix`, call `begin()`, then factorize and
/// solve. After that, `matrix` is to be written anew as a whole.
public struct SymmetricSolver: Sendable {
  /// Where A is written as a whole, n × n, before `begin`; factorizations take a triangle of it.
  public var matrix: SymmetricMatrix
  /// The diagonal of A.
  public private(set) var diagonal: Vector
  var pivots: [Int32] = []
  var workspace: Vector = []
  /// Whether both triangles hold A.
  private var isWhole = true
  /// The number of rows that the latest Cholesky factorization took, all of them where it
  /// succeeded.
  var factoredRows = 0

  /// A = 0 of order n ≥ 0.
  public init(order: Int) {
    matrix = SymmetricMatrix(order: order)
    diagonal = .zeros(order)
  }

  /// The n of an n × n matrix.
  public var order: Int { matrix.order }

  /// Takes what `matrix` holds for A.
  ///
  /// - Throws: `notFinite` where an entry is not finite.
  public mutating func begin() throws(FactorizationError) {
    guard matrix.isFinite else { throw .notFinite }
    for i in 0..<order { diagonal[i] = matrix.storage[i * order + i] }
    isWhole = true
    factoredRows = 0
  }

  /// Makes A + τI stand in the triangle that the factor takes.
  mutating func prepare(shift: Double) {
    if !isWhole { matrix.mirrorLowerRows() }
    matrix.setDiagonal(diagonal, plus: shift)
    isWhole = false
  }

  /// Entries left of the diagonal in a row of A.
  func leftPart(ofRow row: Int) -> Vector {
    Vector(matrix.storage[(row * order)..<(row * order + row)])
  }

  /// A v, from the triangle that A keeps.
  public func product(_ v: Vector) -> Vector {
    precondition(v.count == order, "a vector of another length")
    var result = Vector.zeros(order)
    let (entries, x) = (matrix.storage.span, v.span)
    var sums = result.mutableSpan
    for i in 0..<order {
      var sum = diagonal[i] * x[i]
      let factor = x[i]
      for j in 0..<i {
        let entry = entries[i * order + j]
        sum += entry * x[j]
        sums[j] += entry * factor
      }
      sums[i] += sum
    }
    return result
  }
}

extension SymmetricMatrix {
  /// Whether no entry is infinite or NaN.
  public var isFinite: Bool {
    let entries = storage.span
    for i in 0..<entries.count where !entries[i].isFinite { return false }
    return true
  }

  /// Copies the entries left of the diagonal to their mirror images.
  fileprivate mutating func mirrorLowerRows() {
    let n = order
    var entries = storage.mutableSpan
    for i in 0..<n {
      for j in 0..<i { entries[j * n + i] = entries[i * n + j] }
    }
  }

  fileprivate mutating func setDiagonal(_ diagonal: Vector, plus shift: Double) {
    for i in 0..<order { storage[i * order + i] = diagonal[i] + shift }
  }
}
