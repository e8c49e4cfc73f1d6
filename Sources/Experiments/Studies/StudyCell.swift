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

  /// The function and its start.
  public var problem: StudyProblem { StudyProblem(function.specification, from: start) }

  /// What the run depends on, in one line; a run of the same is the same run. f at the start stands
  /// for what a function's specification does not tell: data in a file, or a formula that was
  /// mended.
  public var key: String {
    let point = point
    let value = function.value(at: point.span)
    return [
      problem.name, optimizer.settings.specification.description, "seed \(plan.seed)", plan.text,
      "f0 \(NumberText.short(value))",
      "min \(function.minimum.map(NumberText.short) ?? "unknown")",
      "revision \(type(of: optimizer.settings).card.revision)",
    ].joined(separator: "; ")
  }

  /// Makes the run. What cannot be run, as a method that takes no such n, is a run that has failed.
  ///
  /// - Parameter version: of the program.
  public func run(version: String) -> StudyRun {
    StudyRun(
      problem, name: optimizer.specification.description, plan: plan.text,
      basis: function.minimumBasis, trajectory: trajectory(), version: version)
  }

  private func trajectory() -> Trajectory {
    // What is opened for `descend` has to be a constant here, not a property.
    let (function, settings) = (function, optimizer.settings)
    do {
      return try descend(function, with: settings, from: point, plan: plan)
    } catch {
      return Trajectory(
        notRun: function, with: settings, from: point, seed: plan.seed, error.description)
    }
  }
}

extension Plan {
  /// What a run may spend and what may end it, in words: "1000 steps, stopped at 100 idle steps".
  var text: String {
    let rules = stopRules.description
    let kept = keepsIterates ? ", iterates kept" : ""
    return budget.description + (rules.isEmpty ? "" : ", stopped at \(rules)") + kept
  }
}

extension Trajectory {
  /// The start alone, of a run that could not be made.
  init(
    notRun function: some TestFunction, with settings: some OptimizerSettings, from start: Vector,
    seed: UInt64, _ reason: String
  ) {
    var recorder = Recorder(
      function: function.specification, dimension: function.dimension,
      optimizer: settings.specification, title: type(of: settings).card.title, seed: seed,
      minimum: function.minimum, evaluationPointName: nil, figureNames: [], keepsIterates: false,
      expecting: 1)
    var gradient = Vector.zeros(function.dimension)
    var span = gradient.mutableSpan
    let value = function.gradient(at: start.span, into: &span)
    recorder.record(
      step: 0, start, Observation(value: value, gradientNorm: gradient.norm), counts: Counts(),
      learningRate: .nan, evaluationPoint: nil, figures: [])
    self = recorder.finish(Outcome(.failed, reason), counts: Counts())
  }
}
