import RealModule

/// T_osz(10 − max wₖ exp(−Σ sₖᵢ (zᵢ − cₖᵢ)² / 2n))²: Gaussian peaks, hollowed out into pits.
///
/// Only the highest peak at a point shapes f there. Where two are equally high there is a kink,
/// and the derivatives are those of one of them.
public struct BBOBGallagher: BBOBFormula {
  /// Coordinates, four at a time; beyond n they are 0.
  @usableFromInline typealias Quad = SIMD4<Double>

  /// n / 4, rounded up.
  @usableFromInline let quads: Int
  /// cₖ of one peak after the other.
  @usableFromInline let centers: [Quad]
  /// sₖ of one peak after the other.
  @usableFromInline let scales: [Quad]
  /// wₖ: 10, and from 1.1 to 9.1 for the others.
  @usableFromInline let heights: [Double]
  @usableFromInline let logarithms: [Double]

  @inlinable
  public func evaluate<S: Scalar>(_ z: Span<S>) -> S {
    hollowed(height(of: highestPeak(z), z))
  }

  @inlinable
  public func differentiate<S: Scalar>(_ z: inout MutableSpan<S>) -> S {
    let peak = highestPeak(z.span)
    let height = height(of: peak, z.span)
    let result = hollowed(Dual(height, 1))
    let slope = -result.derivative * height / S(Double(z.count))
    for i in 0..<z.count {
      z[i] = slope * S(scale(peak, i)) * (z[i] - S(center(peak, i)))
    }
    return result.value
  }

  @inlinable
  func hollowed<S: Scalar>(_ height: S) -> S {
    let depth = BBOBTransformation.oscillated(10 - height)
    return depth * depth
  }

  @inlinable
  func height<S: Scalar>(of peak: Int, _ z: Span<S>) -> S {
    var sum: S = 0
    for i in 0..<z.count {
      let distance = z[i] - S(center(peak, i))
      sum += S(scale(peak, i)) * distance * distance
    }
    return S(heights[peak]) * .exp(sum / S(-2 * Double(z.count)))
  }

  @inlinable
  func center(_ peak: Int, _ i: Int) -> Double { centers[peak * quads + i / 4][i % 4] }

  @inlinable
  func scale(_ peak: Int, _ i: Int) -> Double { scales[peak * quads + i / 4][i % 4] }

  /// The peak whose height has the largest logarithm at z, so that it takes no exponentials.
  ///
  /// A peak is left as soon as it must lie below another. Since the first is the highest and the
  /// others come from wide to narrow, most are left early.
  @inlinable
  func highestPeak<S: Scalar>(_ z: Span<S>) -> Int {
    let point = Self.inQuads(z)
    let double = 2 * Double(z.count)
    var (best, highest) = (0, -Double.infinity)
    for peak in heights.indices {
      let limit = double * (logarithms[peak] - highest)
      let sum = squaredDistance(from: point, to: peak, limit: limit)
      if sum < limit { (best, highest) = (peak, logarithms[peak] - sum / double) }
    }
    return best
  }

  /// Σ sₖᵢ (zᵢ − cₖᵢ)², or a part of it that is not below `limit`.
  @inlinable
  func squaredDistance(from z: [Quad], to peak: Int, limit: Double) -> Double {
    var sum = 0.0
    for quad in 0..<quads {
      let distance = z[quad] - centers[peak * quads + quad]
      let squares = scales[peak * quads + quad] * distance * distance
      sum += (squares[0] + squares[1]) + (squares[2] + squares[3])
      if sum >= limit { return sum }
    }
    return sum
  }

  @inlinable
  static func inQuads<S: Scalar>(_ z: Span<S>) -> [Quad] {
    var point = [Quad](repeating: .zero, count: (z.count + 3) / 4)
    for i in 0..<z.count { point[i / 4][i % 4] = z[i].real }
    return point
  }
}
