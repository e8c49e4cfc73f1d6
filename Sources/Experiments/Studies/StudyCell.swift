import LinearAlgebra
import Objectives
import Optimizers
import Specifications

/// One run of a study that is to be made.
public struct StudyCell: Sendable {
  /// What is descended.
  public let function: any TestFunction
  /// What descends.
  public let optimizer: GivenOptimizer
  /// From where.
  public let start: StudyStart
  /// The point itself.
  public let point: Vector
  /// How, with the seed of this run.
  public let plan: Plan
  let labels: StudyLabels.Of

  /// The function and its start.
  public var problem: StudyProblem { StudyProblem(labels.names.function, from: start) }

  /// That of the run to come.
  public var key: String {
    // As an observer sees it: some functions round f otherwise where they give its gradient too.
    let (function, point) = (function, point)
    return StudyRun.key(
      problem, labels.names.optimizer, seed: plan.seed, labels.plan,
      f0: Trajectory.observation(of: function, at: point).value, minimum: function.minimum,
      revision)
  }

  private var revision: Int { type(of: optimizer.settings).card.revision }

  /// Makes the run. What cannot be run, as a method that takes no such n, is a run that has failed.
  ///
  /// - Parameter version: of the program.
  public func run(version: String) -> StudyRun {
    StudyRun(
      problem, name: labels.optimizer, plan: labels.plan,
      basis: function.minimumBasis, trajectory: trajectory(), version: version,
      revision: revision)
  }

  func trajectory() -> Trajectory {
    // What is opened for `descend` has to be a constant here, not a property.
    let (function, settings) = (function, optimizer.settings)
    do {
      return try descend(
        function, with: settings, from: point, plan: plan, named: labels.names)
    } catch {
      return Trajectory(
        notRun: function, with: settings, named: labels.names, from: point, seed: plan.seed,
        error.description)
    }
  }
}

extension Trajectory {
  /// The start alone, of a run that could not be made.
  init(
    notRun function: some TestFunction, with settings: some OptimizerSettings,
    named names: RunNames, from start: Vector, seed: UInt64, _ reason: String
  ) {
    var recorder = Recorder(
      names, title: type(of: settings).card.title, dimension: function.dimension, seed: seed,
      minimum: function.minimum, evaluationPointName: nil, figureNames: [], keepsIterates: false,
      expecting: 1)
    recorder.record(
      step: 0, start, Self.observation(of: function, at: start), counts: Counts(),
      learningRate: .nan, evaluationPoint: nil, figures: [])
    self = recorder.finish(Outcome(.failed, reason), counts: Counts())
  }

  static func observation(of function: some TestFunction, at x: Vector) -> Observation {
    var meter = Meter(function, budget: Budget(), seed: 0)
    return meter.observe(x)
  }
}
