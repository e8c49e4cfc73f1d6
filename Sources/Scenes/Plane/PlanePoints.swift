import Contours
import Experiments
import LinearAlgebra

/// The points of trajectories that say where a race is run: finite ones of runs that have not
/// diverged, no farther from the domain's middle than three times its edge.
///
/// Where that leaves nothing, the runs that have diverged are asked too. Every run weighs the same,
/// however many steps it took; long ones are thinned evenly.
struct PlanePoints {
  private(set) var points: [Vector] = []
  /// Of each point; those of a run sum to 1.
  private(set) var weights: [Double] = []

  /// The most points in all, about; fewer where there are many variables.
  private static func limit(_ dimension: Int) -> Int { dimension <= 512 ? 4096 : 512 }

  init(_ trajectories: [Trajectory], within domain: [ClosedRange<Double>]) {
    let sound = trajectories.filter { $0.outcome.kind != .diverged }
    add(sound, within: domain)
    if points.isEmpty { add(trajectories, within: domain) }
  }

  private mutating func add(_ trajectories: [Trajectory], within domain: [ClosedRange<Double>]) {
    let share = max(4, Self.limit(domain.count) / max(1, trajectories.count))
    for trajectory in trajectories {
      let entries = (0..<trajectory.count).filter { i in
        let first = i * trajectory.dimension
        return zip(trajectory.coordinates[first..<(first + trajectory.dimension)], domain)
          .allSatisfy(Self.isNear)
      }
      let stride = max(1, (entries.count + share - 1) / share)
      let kept = Swift.stride(from: 0, to: entries.count, by: stride).map { entries[$0] }
      points += kept.map(trajectory.point)
      weights += kept.map { _ in 1 / Double(kept.count) }
    }
  }

  private static func isNear(_ x: Double, _ range: ClosedRange<Double>) -> Bool {
    let middle = range.lowerBound / 2 + range.upperBound / 2
    return abs(x / 3 - middle / 3) <= range.upperBound / 2 - range.lowerBound / 2
  }

  /// The window that shows the points on a plane, and marks that lie on it, with a margin around.
  func window(
    on plane: RacePlane, with marks: [Vector] = []
  ) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let places = (points + marks).map { plane.coordinates(of: $0) }
    let x = ClosedRange(of: places.map(\.x)) ?? 0...0
    let y = ClosedRange(of: places.map(\.y)) ?? 0...0
    // A direction in which nothing varies is shown as wide as the other.
    let widest = max(x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
    let width = widest > 0 ? widest : 1
    return (Self.padded(x, width), Self.padded(y, width))
  }

  private static func padded(_ range: ClosedRange<Double>, _ width: Double) -> ClosedRange<Double> {
    let extent = range.upperBound - range.lowerBound
    let margin = extent > 1e-6 * width ? 0.08 * extent : width / 2
    return range.grown(by: margin)
  }
}
