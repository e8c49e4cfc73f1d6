import LinearAlgebra
import RealModule

/// T_osz(10 − max wₖ exp(−Σ sₖᵢ (zᵢ − cₖᵢ)² / 2n))²: Gaussian peaks, hollowed out into pits.
///
/// Only the highest peak at a point shapes f there. Where two are equally high there is a kink,
/// and the derivatives are those of the first of them.
public struct BBOBGallagher: BBOBFormula {
  @usableFromInline let count: Int
  /// cₖᵢ at i · count + k.
  @usableFromInline let centers: [Double]
  /// sₖᵢ at i · count + k.
  @usableFromInline let scales: [Double]
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
      let at = i * count + peak
      z[i] = slope * S(scales[at]) * (z[i] - S(centers[at]))
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
      let distance = z[i] - S(centers[i * count + peak])
      sum += S(scales[i * count + peak]) * distance * distance
    }
    return S(heights[peak]) * .exp(sum / S(-2 * Double(z.count)))
  }

  /// The peak of the largest logarithm of height at z, so that it takes no exponentials.
  @inlinable
  func highestPeak<S: Scalar>(_ z: Span<S>) -> Int {
    var sums = [Double](repeating: 0, count: count)
    for i in 0..<z.count { addDistances(along: i, of: z[i].real, to: &sums) }
    let factor = -0.5 / Double(z.count)
    var best = 0
    for k in 1..<count
    where factor * sums[k] + logarithms[k] > factor * sums[best] + logarithms[best] {
      best = k
    }
    return best
  }

  @inlinable
  func addDistances(along i: Int, of z: Double, to sums: inout [Double]) {
    for k in 0..<count {
      let distance = z - centers[i * count + k]
      sums[k] += scales[i * count + k] * distance * distance
    }
  }
}
