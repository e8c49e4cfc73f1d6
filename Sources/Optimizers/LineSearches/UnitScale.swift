import LinearAlgebra

/// Powers of two that keep products of vectors within the doubles. They change no digit.
extension Vector {
  /// The power of two that makes the largest component lie in [1, 2); 1 where no double does.
  var unit: Double {
    let size = largestMagnitude
    guard size > 0, size.isFinite else { return 1 }
    let unit = Double(sign: .plus, exponent: -size.exponent, significand: 1)
    return unit.isFinite && unit > 0 ? unit : 1
  }

  /// `unit` where the product with `other` is so large or small that it, or a product with one
  /// factor more, may leave the doubles; else 1.
  func unit(multiplying other: Vector) -> Double {
    let product = abs(dot(other))
    return product > 1e-150 && product < 1e150 ? 1 : unit
  }
}
