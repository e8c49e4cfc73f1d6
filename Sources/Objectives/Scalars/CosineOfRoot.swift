import RealModule

extension Scalar {
  /// cos √x for x ≥ 0, the cosine of a radius given by its square.
  ///
  /// As a function of x it is analytic at 0, 1 − x/2! + x²/4! − ⋯, while the derivatives of √x are
  /// infinite there. Below 1 the sum of this series is taken, to the term x¹⁰/20!; the error of the
  /// value and of the first few derivatives is then below their rounding.
  @inlinable
  static func cosineOfRoot(_ x: Self) -> Self {
    guard x.real < 1 else { return cos(sqrt(x)) }
    var sum: Self = 1
    for k in stride(from: 20.0, through: 2, by: -2) { sum = 1 - x / Self(k * (k - 1)) * sum }
    return sum
  }
}
