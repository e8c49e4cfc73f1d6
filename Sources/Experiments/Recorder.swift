import LinearAlgebra
import Objectives
import Optimizers
import Specifications

/// What is descended, and by what, with the settings that differ from the defaults.
struct RunNames: Sendable {
  let function: Specification
  let optimizer: Specification

  init(_ function: any TestFunction, _ settings: any OptimizerSettings) {
    self.init(function: function.specification, optimizer: settings.specification)
  }

  init(function: Specification, optimizer: Specification) {
    (self.function, self.optimizer) = (function, optimizer)
  }
}

/// Writes a trajectory while a run goes on.
struct Recorder {
  private var trajectory: Trajectory
  private let keepsIterates: Bool
  /// Which figure is the validation loss, and its lowest entry so far.
  private let validationLoss: Int?
  private var lowest: (entry: Int, loss: Double)?

  /// - Parameters:
  ///   - keepsIterates: whether more iterates than the start are recorded.
  ///   - capacity: how many entries are expected.
  init(
    _ names: RunNames, title: String, dimension: Int, seed: UInt64, minimum: Double?,
    evaluationPointName: String?, figureNames: [String], keepsIterates: Bool,
    expecting capacity: Int
  ) {
    self.keepsIterates = keepsIterates
    trajectory = Trajectory(
      function: names.function, dimension: dimension, optimizer: names.optimizer, title: title,
      seed: seed, minimum: minimum, evaluationPointName: evaluationPointName)
    validationLoss = figureNames.firstIndex(of: Trajectory.Figure.validationLoss)
    trajectory.figures = figureNames.map { Trajectory.Figure(name: $0) }
    let n = min(capacity, 1 << 20) + 1
    let points = keepsIterates ? n : 1
    trajectory.coordinates.reserveCapacity(min(points * dimension, 1 << 22))
    trajectory.values.reserveCapacity(n)
    trajectory.gradientNorms.reserveCapacity(n)
  }

  /// Takes note of how many examples f is a mean over.
  mutating func note(exampleCount: Int?) { trajectory.exampleCount = exampleCount }

  var hasValidationLoss: Bool { validationLoss != nil }

  /// That of the latest entry; nil where the function has none.
  var latestValidationLoss: Double? {
    validationLoss.flatMap { trajectory.figures[$0].values.last }
  }

  var lastStep: Int? { trajectory.steps.last }
  var count: Int { trajectory.count }

  /// The step with the lowest validation loss, and how many entries came after it.
  var best: (step: Int, age: Int)? {
    lowest.map { (trajectory.steps[$0.entry], trajectory.count - 1 - $0.entry) }
  }

  /// - Parameters:
  ///   - evaluationPoint: where the next gradient is asked, if that is not x.
  ///   - figures: one number for each name.
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
  mutating func finish(_ outcome: Outcome, counts: Counts) -> Trajectory {
    trajectory.outcome = outcome
    trajectory.counts = counts
    return trajectory
  }
}

/// What the recorder sees of an iterate.
struct Observation {
  let value: Double
  let gradientNorm: Double
  init(value: Double, gradientNorm: Double) {
    self.value = value
    self.gradientNorm = gradientNorm
  }
}
