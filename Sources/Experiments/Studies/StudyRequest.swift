import Objectives
import Optimizers
import Specifications

/// What a person asks of a study, on the command line, in a file or elsewhere; what is nil is as
/// usual.
public struct StudyRequest: Sendable {
  /// What is descended.
  public var functions: [any TestFunction]?
  /// What descends.
  public var optimizers: [GivenOptimizer]?
  /// The usual start unless given.
  public var starts: StudyStarts?
  /// How many seeds, from that of `run` on; 1 unless given.
  public var seeds: Int?
  /// Budget, stop rules and seed, which hold for every run.
  public var run = RunRequest()
  /// Seconds that a run may take; `usualLimit` unless given.
  public var limit: Double?
  /// Whether iterates are kept.
  public var keepsIterates = false
  /// Whether runs are timed.
  public var isTimed = false

  /// A request that says nothing.
  public init() {}

  /// The seconds that a run may take, unless told.
  public static let usualLimit = 600.0
  /// The steps of a run, unless told.
  public static let usualSteps = 1000

  /// The most runs of a study.
  public static let mostRuns = 10_000_000

  /// The study, of each function once.
  ///
  /// - Throws: where functions or optimizers are not said, an optimizer is said twice, there are
  ///   more than `mostRuns` runs, or what is asked for cannot be together.
  public func study() throws -> Study {
    guard let functions, !functions.isEmpty else {
      throw SpecificationError("a study needs functions; expected a suite or some, as mgh")
    }
    guard let optimizers, !optimizers.isEmpty else {
      throw SettingError("optimizer", "is missing; expected one or more, as bfgs,adam:lr=0.1")
    }
    try Self.requireDistinct(optimizers)
    let prepared = FunctionSelection.distinct(try functions.map(run.prepared))
    let (starts, seeds) = (starts?.starts ?? [.standard], seeds ?? 1)
    let factors = [prepared.count, optimizers.count, starts.count, seeds]
    let total = factors.reduce(1.0) { $0 * Double($1) }
    guard total <= Double(Self.mostRuns) else {
      throw SpecificationError(
        "the study has \(NumberText.short(total)) runs (\(prepared.count) functions, "
          + "\(optimizers.count) optimizers, \(starts.count) starts, \(seeds) seeds); expected at "
          + "most \(Self.mostRuns)")
    }
    return Study(
      functions: prepared, optimizers: optimizers, starts: starts, seeds: seeds, plan: plan)
  }

  /// Throws where two optimizers are one by other names: their runs would be the same.
  private static func requireDistinct(_ optimizers: [GivenOptimizer]) throws(SettingError) {
    var names: [Specification: Specification] = [:]
    for optimizer in optimizers {
      let name = optimizer.specification
      if let other = names.updateValue(name, forKey: optimizer.settings.specification) {
        throw SettingError(
          "optimizer",
          name == other
            ? ": '\(name)' is there twice; expected each once"
            : ": '\(name)' is the same as '\(other)'; expected each once")
      }
    }
  }

  /// A target binds where a minimum is known.
  private var plan: Plan {
    var plan = Study.plan(
      run.limits(usual: Self.usualSteps), stopRules: run.stopRules(StopRules.usualIdleSteps),
      seed: run.seed ?? 0)
    plan.watched = run.watch
    plan.timeLimit = .seconds(limit ?? Self.usualLimit)
    plan.keepsIterates = keepsIterates
    plan.isTimed = isTimed
    return plan
  }
}

/// The settings of a `StudyRequest` beside functions and optimizers.
public enum StudySettings {
  /// `starts`: the usual start, ten times that, or points drawn from the domain.
  public static let starts = Setting(
    "starts", \StudyRequest.starts,
    "Where runs start: standard, 10x, random:20 or several of them; standard unless given.")
  /// `seeds`, 1 or more: how many runs from each start.
  public static let seeds = Setting(
    "seeds", \StudyRequest.seeds, .from(1, to: 1_000_000), fallback: 1,
    "Run with N seeds, from --seed on.")
  /// `limit`: seconds that a run may take.
  public static let limit = Setting(
    "limit", \StudyRequest.limit, .from(0.001, to: 1e7), fallback: StudyRequest.usualLimit,
    placeholder: "seconds", "A run that takes longer has failed.")

  /// Every setting: those of runs but for the start, and the study's own.
  public static let all: [any AnySetting<StudyRequest>] =
    RunSettings.all.filter { $0.name != RunSettings.start.name }
    .map { PartSetting($0, of: \StudyRequest.run) } + [starts, seeds, limit]
}
