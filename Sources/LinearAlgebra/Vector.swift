import CKernels

/// A point, a gradient or a direction: n doubles.
///
/// An array rather than a type of its own, so that literals, slices and spans come for free.
public typealias Vector = [Double]

extension Vector {
  /// n zeros.
  @inlinable
  public static func zeros(_ n: Int) -> Vector {
    Vector(repeating: 0, count: n)
  }

  /// Σ aᵢ bᵢ. Requires equal lengths.
  @inlinable
  public func dot(_ other: Vector) -> Double {
    span.dot(other.span)
  }

  /// ‖x‖₂, without overflow or underflow for components up to the largest finite number.
  @inlinable @inline(__always)
  public var norm: Double { span.norm }

  /// max |xᵢ|; NaN if a component is NaN; 0 for the empty vector.
  @inlinable
  public var largestMagnitude: Double { span.largestMagnitude }

  /// Whether no component is infinite or NaN.
  @inlinable
  public var isFinite: Bool {
    for value in self where !value.isFinite { return false }
    return true
  }

  /// x ← other, in place.
  @inlinable @inline(__always)
  public mutating func copy(_ other: borrowing Vector) {
    precondition(count == other.count, "vectors of different lengths")
    for i in 0..<count { self[i] = other[i] }
  }

  /// x ← x + scale · direction.
  @inlinable
  public mutating func add(_ scale: Double, _ direction: Vector) {
    precondition(count == direction.count, "vectors of different lengths")
    for i in 0..<count { self[i] += scale * direction[i] }
  }

  /// x − other.
  @inlinable
  public func minus(_ other: Vector) -> Vector {
    precondition(count == other.count, "vectors of different lengths")
    var result = self
    for i in 0..<count { result[i] -= other[i] }
    return result
  }

  /// −x.
  @inlinable
  public var negated: Vector {
    var result = self
    for i in 0..<count { result[i] = -result[i] }
    return result
  }

  /// x ← factor · x.
  @inlinable
  public mutating func scale(by factor: Double) {
    for i in 0..<count { self[i] *= factor }
  }

  /// x ← base + scale · direction, in place.
  @inlinable
  public mutating func set(_ base: Vector, plus scale: Double, _ direction: Vector) {
    precondition(count == base.count && count == direction.count, "vectors of different lengths")
    for i in 0..<count { self[i] = base[i] + scale * direction[i] }
  }
}

extension Span<Double> {
  /// The inner product with as many numbers. From 32 terms on it is summed in 32 parts, the same on
  /// every machine; a shorter one in order.
  @inlinable @inline(__always)
  public func dot(_ other: Span<Double>) -> Double {
    precondition(count == other.count, "vectors of different lengths")
    if count >= 32 { return longDot(other) }
    var sum = 0.0
    for i in 0..<count { sum += self[i] * other[i] }
    return sum
  }

  /// A sum of so many terms that it is worth several registers.
  @usableFromInline
  func longDot(_ other: Span<Double>) -> Double {
    withUnsafeBufferPointer { a in
      other.withUnsafeBufferPointer { b in
        guard let a = a.baseAddress, let b = b.baseAddress else { return 0 }
        return descent_dot(a, b, count)
      }
    }
  }

  /// ‖x‖₂: the plain root of the sum of squares where that neither overflows nor underflows, else
  /// scaled by the largest component.
  @inlinable @inline(__always)
  public var norm: Double {
    let plain = dot(self)
    return plain > 1e-290 && plain < 1e290 ? plain.squareRoot() : scaledNorm
  }

  @inlinable
  var scaledNorm: Double {
    let largest = largestMagnitude
    guard largest > 0, largest.isFinite else { return largest }
    var sum = 0.0
    for i in 0..<count {
      let ratio = self[i] / largest
      sum += ratio * ratio
    }
    return largest * sum.squareRoot()
  }

  /// max |xᵢ|; NaN if a component is NaN; 0 for no numbers.
  @inlinable
  public var largestMagnitude: Double {
    var largest = 0.0
    for i in 0..<count {
      let size = abs(self[i])
      if !(size <= largest) { largest = size }
      if size.isNaN { return .nan }
    }
    return largest
  }
}
