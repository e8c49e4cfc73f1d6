import LinearAlgebra
import RealModule

/// Hartmann's formula, −Σᵢ aᵢ exp(−Σⱼ Aᵢⱼ (xⱼ − Pᵢⱼ)²) with a = (1, 1.2, 3, 3.2): four wells in
/// the shape of bells of different widths.
@usableFromInline
struct HartmannFormula: Sendable {
  @usableFromInline
  struct Well: Sendable {
    @usableFromInline let depth: Double
    /// The row of A.
    @usableFromInline let curvatures: [Double]
    /// The row of P.
    @usableFromInline let center: [Double]
  }

  @usableFromInline let wells: [Well]

  /// From the rows of A and of 10⁴ P.
  init(curvatures: [[Double]], centers: [[Double]]) {
    wells = zip([1, 1.2, 3, 3.2], zip(curvatures, centers)).map { depth, rows in
      Well(depth: depth, curvatures: rows.0, center: rows.1.map { $0 / 1e4 })
    }
  }

  @inlinable
  func value<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for well in wells { sum -= bell(well, x) }
    return sum
  }

  @inlinable
  func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    for j in 0..<x.count { gradient[j] = 0 }
    var sum: S = 0
    for well in wells {
      let bell = bell(well, x)
      sum -= bell
      for j in 0..<x.count {
        gradient[j] += S(2 * well.curvatures[j]) * (x[j] - S(well.center[j])) * bell
      }
    }
    return sum
  }

  @inlinable
  func bell<S: Scalar>(_ well: Well, _ x: Span<S>) -> S {
    var exponent: S = 0
    for j in 0..<x.count {
      let offset = x[j] - S(well.center[j])
      exponent -= S(well.curvatures[j]) * offset * offset
    }
    return S(well.depth) * S.exp(exponent)
  }
}
