/// The largest eigenvalue of a symmetric matrix that is known by its products alone.
///
/// Lanczos's iteration from a fixed random vector: the matrix, restricted to what the products
/// reach, is tridiagonal, and the largest eigenvalue of that comes near to the wanted one first.
/// Vectors are not orthogonalized anew, so three of n numbers are all that is stored; what
/// orthogonality is lost brings copies of eigenvalues that have converged, and no false ones
/// (Paige, Accuracy and effectiveness of the Lanczos algorithm, 1980).
public struct LargestEigenvalue: Hashable, Sendable {
  /// The largest eigenvalue, by its sign; NaN where a product is not finite.
  public let value: Double
  /// How many products were asked.
  public let products: Int

  /// What remains of A v − θ v where the iteration ends, as a share of the largest |θ|. The error
  /// of θ is at most that, and of the order of its square where the next eigenvalue is not near.
  static let tolerance = 1e-6
  /// Products from one look at the tridiagonal matrix to the next.
  private static let period = 4

  /// - Parameters:
  ///   - order: n, 1 or more.
  ///   - mostProducts: where the iteration ends, whatever remains; 1 or more.
  ///   - product: writes A v, for a v of length 1, into its second argument.
  public init(
    order: Int, mostProducts: Int = 200,
    product: (_ v: Span<Double>, _ product: inout MutableSpan<Double>) -> Void
  ) {
    var random = RandomStream(seed: 1)
    var v: Vector = (0..<order).map { _ in random.normal() }
    v.scale(by: 1 / v.norm)
    var former = Vector.zeros(order)
    var w = Vector.zeros(order)
    var matrix = Tridiagonal()
    while true {
      var span = w.mutableSpan
      product(v.span, &span)
      let diagonal = w.dot(v)
      w.add(-diagonal, v)
      if let last = matrix.beside.last { w.add(-last, former) }
      let rest = w.norm
      matrix.diagonal.append(diagonal)
      let count = matrix.diagonal.count
      guard diagonal.isFinite, rest.isFinite else {
        self.init(value: .nan, products: count)
        return
      }
      // Rounding is all that is left where the products reach nothing new.
      let isSpent = rest <= 4 * .ulpOfOne * matrix.bound
      // But for rounding, n products reach everything.
      let isDue = count == order || count.isMultiple(of: Self.period)
      if isSpent || isDue || count == mostProducts {
        let top = matrix.top()
        if isSpent || count == mostProducts
          || rest * top.lastComponent.magnitude <= Self.tolerance * top.largestMagnitude
        {
          self.init(value: top.value, products: count)
          return
        }
      }
      matrix.beside.append(rest)
      swap(&former, &v)
      v.set(w, scaledBy: 1 / rest)
    }
  }

  private init(value: Double, products: Int) {
    (self.value, self.products) = (value, products)
  }
}

extension Vector {
  /// x ← factor · base, in place.
  fileprivate mutating func set(_ base: Vector, scaledBy factor: Double) {
    for i in 0..<count { self[i] = factor * base[i] }
  }
}

/// A symmetric tridiagonal matrix.
struct Tridiagonal {
  var diagonal: [Double] = []
  /// One fewer: the entries beside the diagonal.
  var beside: [Double] = []

  /// At least the largest magnitude of an eigenvalue, to a factor of 3.
  var bound: Double { max(diagonal.largestMagnitude, beside.largestMagnitude) }
}
