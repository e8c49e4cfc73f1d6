import LinearAlgebra
import Specifications

/// Writes a trajectory while a run goes on.
@usableFromInline
struct Recorder {
  private var trajectory: Trajectory
  private let keepsIterates: Bool
  /// Which figure is the validation loss, and its lowest entry so far.
  private let validationLoss: Int?
  private var lowest: (entry: Int, loss: Double)?

  /// - Parameters:
  ///   - keepsIterates: whether more iterates than the start are recorded.
  ///   - capacity: how many entries are expected.
  @usableFromInline
  init(
    function: Specification, dimension: Int, optimizer: Specification, title: String, seed: UInt64,
    minimum: Double?, evaluationPointName: String?, figureNames: [String], keepsIterates: Bool,
    expecting capacity: Int
  ) {
    self.keepsIterates = keepsIterates
    trajectory = Trajectory(
      function: function, dimension: dimension, optimizer: optimizer, title: title, seed: seed,
      minimum: minimum, evaluationPointName: evaluationPointName)
    validationLoss = figureNames.firstIndex(of: Trajectory.Figure.validationLoss)
    trajectory.figures = figureNames.map { Trajectory.Figure(name: $0) }
    let n = min(capacity, 1 << 20) + 1
    let points = keepsIterates ? n : 1
    trajectory.coordinates.reserveCapacity(min(points * dimension, 1 << 22))
    trajectory.values.reserveCapacity(n)
    trajectory.gradientNorms.reserveCapacity(n)
  }

  /// Takes note of how many examples f is a mean over.
  @usableFromInline
  mutating func note(exampleCount: Int?) { trajectory.exampleCount = exampleCount }

  @usableFromInline var hasValidationLoss: Bool { validationLoss != nil }

  /// That of the latest entry; nil where the function has none.
  @usableFromInline var latestValidationLoss: Double? {
    validationLoss.flatMap { trajectory.figures[$0].values.last }
  }

  @usableFromInline var lastStep: Int? { trajectory.steps.last }
  var count: Int { trajectory.count }

  /// The step with the lowest validation loss, and how many entries came after it.
  @usableFromInline var best: (step: Int, age: Int)? {
    lowest.map { (trajectory.steps[$0.entry], trajectory.count - 1 - $0.entry) }
  }

  /// - Parameters:
  ///   - evaluationPoint: where the next gradient is asked, if that is not x.
  ///   - figures: one number for each name.
  @usableFromInline
  mutating func record(
    step: Int, _ x: Vector, _ seen: Observation, counts: Counts, learningRate: Double,
    evaluationPoint: Vector?, figures: [Double]
  ) {
    trajectory.steps.append(step)
    if keepsIterates || trajectory.count == 1 {
      for i in 0..<x.count { trajectory.coordinates.append(x[i]) }
    }
    trajectory.values.append(seen.value)
    trajectory.gradientNorms.append(seen.gradientNorm)
    trajectory.learningRates.append(learningRate)
    trajectory.cumulated.append(counts)
    for (i, figure) in figures.enumerated() { trajectory.figures[i].values.append(figure) }
    if let validationLoss, figures[validationLoss] < lowest?.loss ?? .infinity {
      lowest = (trajectory.count - 1, figures[validationLoss])
      trajectory.keptBest = x
    }
    if let evaluationPoint { trajectory.evaluationCoordinates += evaluationPoint }
  }

  /// Whether the last figure of the latest entry is not known.
  var lacksLastFigure: Bool { trajectory.figures.last?.values.last?.isNaN ?? false }

  /// Sets the last figure of the latest entry, which has figures.
  mutating func setLastFigure(_ value: Double) {
    trajectory.figures[trajectory.figures.count - 1].values[trajectory.count - 1] = value
  }

  /// Whether the latest entry has no detail yet.
  var lacksDetail: Bool { trajectory.details.count < trajectory.count }

  mutating func record(_ detail: StepDetail) {
    trajectory.details.append(detail)
  }

  @usableFromInline
  mutating func finish(_ outcome: Outcome, counts: Counts) -> Trajectory {
    trajectory.outcome = outcome
    trajectory.counts = counts
    return trajectory
  }
}

/// What the recorder sees of an iterate.
@usableFromInline
struct Observation {
  @usableFromInline let value: Double
  @usableFromInline let gradientNorm: Double

  @inlinable
  init(value: Double, gradientNorm: Double) {
    self.value = value
    self.gradientNorm = gradientNorm
  }
}
