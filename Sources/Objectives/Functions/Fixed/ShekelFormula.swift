import LinearAlgebra
import RealModule

/// Shekel's formula, −Σᵢ 1 / (|x − Cᵢ|² + cᵢ) over the first m of ten centres: round foxholes, each
/// about 1/cᵢ deep.
@usableFromInline
struct ShekelFormula: Sendable {
  @usableFromInline
  struct Hole: Sendable {
    @usableFromInline let center: [Double]
    /// The hole is deeper the smaller this is.
    @usableFromInline let width: Double
  }

  @usableFromInline let holes: [Hole]

  init(holes count: Int) {
    holes = Self.all.prefix(count).map { Hole(center: $0.0, width: $0.1) }
  }

  private static let all: [([Double], Double)] = [
    ([4, 4, 4, 4], 0.1), ([1, 1, 1, 1], 0.2), ([8, 8, 8, 8], 0.2), ([6, 6, 6, 6], 0.4),
    ([3, 7, 3, 7], 0.4), ([2, 9, 2, 9], 0.6), ([5, 5, 3, 3], 0.3), ([8, 1, 8, 1], 0.7),
    ([6, 2, 6, 2], 0.5), ([7, 3.6, 7, 3.6], 0.5),
  ]

  @inlinable
  func value<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for hole in holes {
      let depth = 1 / squaredDistance(hole, x)
      sum -= depth
    }
    return sum
  }

  @inlinable
  func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    for j in 0..<x.count { gradient[j] = 0 }
    var sum: S = 0
    for hole in holes {
      let depth = 1 / squaredDistance(hole, x)
      sum -= depth
      let slope = 2 * depth * depth
      for j in 0..<x.count { gradient[j] += slope * (x[j] - S(hole.center[j])) }
    }
    return sum
  }

  /// |x − Cᵢ|² + cᵢ.
  @inlinable
  func squaredDistance<S: Scalar>(_ hole: Hole, _ x: Span<S>) -> S {
    var sum = S(hole.width)
    for j in 0..<x.count {
      let offset = x[j] - S(hole.center[j])
      sum += offset * offset
    }
    return sum
  }
}
