import LinearAlgebra
import Optimizers

/// Writes a trajectory while a run goes on.
struct Recorder {
  private(set) var trajectory: Trajectory

  init(_ trajectory: Trajectory, expecting capacity: Int) {
    self.trajectory = trajectory
    let n = min(capacity, 1 << 20) + 1
    self.trajectory.steps.reserveCapacity(n)
    self.trajectory.coordinates.reserveCapacity(min(n * trajectory.dimension, 1 << 22))
    self.trajectory.values.reserveCapacity(n)
    self.trajectory.gradientNorms.reserveCapacity(n)
    self.trajectory.learningRates.reserveCapacity(n)
    self.trajectory.cumulated.reserveCapacity(n)
  }

  var lastStep: Int? { trajectory.steps.last }

  mutating func record<M: Optimizer>(
    step: Int, _ x: Vector, value: Double, gradientNorm: Double, counts: Counts, of method: M
  ) {
    trajectory.steps.append(step)
    for i in 0..<x.count { trajectory.coordinates.append(x[i]) }
    trajectory.values.append(value)
    trajectory.gradientNorms.append(gradientNorm)
    trajectory.learningRates.append(method.learningRate)
    trajectory.cumulated.append(counts)
    if trajectory.evaluationPointName != nil {
      trajectory.evaluationCoordinates += method.evaluationPoint(from: x)
    }
  }

  mutating func finish(_ outcome: Outcome, counts: Counts) -> Trajectory {
    trajectory.outcome = outcome
    trajectory.counts = counts
    return trajectory
  }
}
