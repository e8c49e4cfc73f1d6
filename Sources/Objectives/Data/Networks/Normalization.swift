import LinearAlgebra

/// Batch normalization of one layer: z ← γ ẑ + β with ẑ = (z − μ)/√(σ² + 10⁻⁵), where μ and σ² are
/// a unit's mean and biased variance over the examples at hand.
///
/// Reference: Ioffe and Szegedy, "Batch normalization", ICML 2015.
struct Normalization<S: BlockScalar>: Sendable {
  /// μ of each unit.
  private(set) var means: Block<S>
  /// 1/√(σ² + 10⁻⁵) of each unit.
  private(set) var factors: Block<S>
  /// ẑ, m × units.
  private(set) var normalized = Block<S>(count: 0)

  private static var smallestVariance: S { 1e-5 }

  /// - Parameter units: 0 for a layer that is not normalized.
  init(units: Int) {
    means = Block(count: units)
    factors = Block(count: units)
  }

  /// Normalizes m rows, one number a unit.
  mutating func forward(
    _ sums: inout Block<S>, count m: Int, _ parameters: Block<S>, scales: Range<Int>,
    shifts: Range<Int>, fixed: Bool
  ) {
    let width = means.count
    normalized.reserve(m * width)
    if !fixed { measure(sums, count: m) }
    for i in 0..<m {
      for j in 0..<width {
        let z = (sums[i * width + j] - means[j]) * factors[j]
        normalized[i * width + j] = z
        sums[i * width + j] =
          parameters[scales.lowerBound + j] * z + parameters[shifts.lowerBound + j]
      }
    }
  }

  private mutating func measure(_ sums: Block<S>, count m: Int) {
    let width = means.count
    means.fill(0..<width, with: 0)
    factors.fill(0..<width, with: 0)
    for i in 0..<m {
      for j in 0..<width { means[j] += sums[i * width + j] }
    }
    for j in 0..<width { means[j] /= S(Double(m)) }
    for i in 0..<m {
      for j in 0..<width {
        let distance = sums[i * width + j] - means[j]
        factors[j] += distance * distance
      }
    }
    for j in 0..<width {
      factors[j] = 1 / .sqrt(factors[j] / S(Double(m)) + Self.smallestVariance)
    }
  }

  /// Turns the loss's derivatives by what came out into those by what came in, after a pass forward
  /// that was not fixed, and adds those by γ and β to the gradient.
  mutating func backward(
    _ errors: inout Block<S>, count m: Int, _ parameters: Block<S>, scales: Range<Int>,
    shifts: Range<Int>, into gradient: inout Block<S>
  ) {
    let width = means.count
    var (byScale, byShift) = (Block<S>(count: width), Block<S>(count: width))
    for i in 0..<m {
      for j in 0..<width {
        byShift[j] += errors[i * width + j]
        byScale[j] += errors[i * width + j] * normalized[i * width + j]
      }
    }
    let share = S(1 / Double(m))
    for j in 0..<width {
      gradient[scales.lowerBound + j] += byScale[j]
      gradient[shifts.lowerBound + j] += byShift[j]
      byScale[j] *= share
      byShift[j] *= share
    }
    for i in 0..<m {
      for j in 0..<width {
        let rest =
          errors[i * width + j] - byShift[j] - normalized[i * width + j] * byScale[j]
        errors[i * width + j] = parameters[scales.lowerBound + j] * factors[j] * rest
      }
    }
  }
}
