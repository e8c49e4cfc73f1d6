/// The eigenvalues λᵢ of a symmetric matrix, ascending, and its orthonormal eigenvectors vᵢ.
public struct Eigensystem: Sendable {
  /// The n eigenvalues, ascending.
  public let values: Vector
  /// The eigenvectors, one after the other.
  let vectors: Vector

  /// The n of an n × n matrix.
  public var order: Int { values.count }

  /// vᵢ.
  public subscript(i: Int) -> Vector {
    Vector(vectors[(i * order)..<((i + 1) * order)])
  }

  /// The components vᵢᵀx.
  public func components(of x: Vector) -> Vector {
    precondition(x.count == order, "a vector of another length")
    let (entries, x) = (vectors.span, x.span)
    return (0..<order).map { entries.extracting(($0 * order)..<(($0 + 1) * order)).dot(x) }
  }

  /// Σ cᵢ vᵢ.
  public func combination(_ components: Vector) -> Vector {
    precondition(components.count == order, "a vector of another length")
    var result = Vector.zeros(order)
    let entries = vectors.span
    var sums = result.mutableSpan
    for i in 0..<order {
      let factor = components[i]
      for j in 0..<order { sums[j] += factor * entries[i * order + j] }
    }
    return result
  }
}
