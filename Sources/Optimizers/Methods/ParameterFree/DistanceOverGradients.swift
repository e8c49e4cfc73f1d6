import LinearAlgebra

/// What DoG and DoWG remember of a run: the start, the largest distance from it so far, and the sum
/// of squared gradients, weighted or not.
struct DistanceOverGradients: Sendable {
  /// x₀; empty before the first step.
  private var start: Vector = []
  /// r̄.
  private var farthest = 0.0
  private var squares = 0.0

  /// Takes in x and g, and returns the new rate; 0 while all gradients are zero. `first` is the r̄
  /// before the first step, `weight`(r̄) that of ‖g‖² in the sum.
  mutating func rate(
    at x: Vector, _ g: Vector, first: @autoclosure () -> Double,
    weight: (_ distance: Double) -> Double,
    rate: (_ distance: Double, _ squares: Double) -> Double
  ) -> Double {
    if start.isEmpty {
      start = x
      farthest = first()
    }
    farthest = max(farthest, distance(start, x))
    squares += weight(farthest) * g.dot(g)
    return squares > 0 ? rate(farthest, squares) : 0
  }
}
