import LinearAlgebra

/// Tells a run that moves by rounding alone: steps in a row that change f by no more than its own
/// rounding, and neither shrink its gradient nor let it grow.
///
/// A tenth off the least gradient of such steps counts as progress, as it is what is left to see of
/// slow convergence; twice the largest does too, as on the way from a saddle.
struct Standstill: Sendable {
  private var count = 0
  /// The range of ‖∇f‖ since f has changed, as far as progress was made.
  private var least = Double.infinity
  private var largest = 0.0

  /// How many such steps are taken for standing still.
  private static let patience = 20

  /// Whether the step from one sample to the next was one too many.
  mutating func isReached(from former: Sample, to current: Sample) -> Bool {
    guard ValueRounding.isRounding(from: former.value, to: current.value) else {
      self = Standstill()
      return false
    }
    let norm = current.gradient.norm
    count += 1
    if norm < 0.9 * least { (count, least) = (1, norm) }
    if norm > 2 * largest { (count, largest) = (1, norm) }
    return count > Self.patience
  }
}
