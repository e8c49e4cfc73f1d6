import Experiments
import Objectives
import Optimizers
import Scenes
import Specifications

/// What a person asks of a race, on the command line, in a file or elsewhere; what is nil is as
/// usual.
public struct RaceRequest: Sendable {
  /// Descended one after the other; the lecture's unless given.
  public var functions: [any TestFunction]?
  /// The entrants in order; the lecture's, or four usual ones on another function, unless given.
  public var optimizers: [GivenOptimizer]?
  /// Start, budget, stop rules and seed, which hold for every optimizer.
  public var run = RunRequest()
  /// Many starts for each optimizer.
  public var starts: StartRule?
  /// How many seeds for each optimizer, from that of `run` on.
  public var seeds: Int?
  /// What the pictures look like, and which files there are.
  public var drawing = DrawingRequest()
  /// The folder to write into.
  public var output: String?

  /// A request that says nothing.
  public init() {}

  /// Steps in a row without motion that end a run, unless told; nil to go on.
  public var usualIdleSteps: Int? = StopRules.usualIdleSteps

  /// The folder to write into, unless told made of the functions' names.
  public var folder: String {
    output ?? "output/race-" + FolderName.joined((functions ?? []).map(\.folderName))
  }

  /// With the lecture's race, or the part of it that is missing, where functions or optimizers are
  /// not said.
  ///
  /// - Throws: where a name of the lecture's race is not known here.
  public func completed() throws(SpecificationError) -> RaceRequest {
    var request = self
    let script = RaceScript.beale
    let isLecture = functions == nil && optimizers == nil
    if functions == nil { request.functions = [try FunctionName.function(script.function)] }
    if optimizers == nil {
      request.optimizers = try GivenOptimizer.list(
        isLecture ? script.optimizers : RaceScript.usualOptimizers)
    }
    if isLecture, run.start == nil, starts == nil, let start = script.start {
      request.run.start = try StartPoints(spelling: start)
    }
    return request
  }

  /// How the race is made.
  ///
  /// - Throws: `SettingError` or `SpecificationError` where what is asked for cannot be, or not
  ///   together.
  public func plan() throws -> RacePlan {
    if run.start != nil, starts != nil {
      throw SettingError("start", "and {starts} exclude each other; expected one of them")
    }
    let request = try completed()
    let functions = try (request.functions ?? []).map(request.run.prepared)
    for function in functions {
      for optimizer in request.optimizers ?? [] {
        try requireValidationLoss(for: optimizer.settings, on: function)
      }
    }
    let starts = try request.run.starts(for: functions)
    let problems = try zip(functions, starts).map { function, start in
      var plan = try request.run.plan(
        for: function, steps: RacePlan.usualSteps, idleSteps: usualIdleSteps)
      plan.isDetailed = drawing.needsDetail
      return RacePlan.Problem(function, from: start, plan: plan)
    }
    return RacePlan(
      problems, optimizers: request.optimizers ?? [], clock: drawing.clock,
      variants: RunVariants(starts: self.starts, seeds: seeds ?? 1))
  }
}

// MARK: - Settings

/// The settings of a `RaceRequest` beside functions and optimizers.
public enum RaceSettings {
  /// `seeds`, 1 or more: how many runs each optimizer has, a seed each.
  public static let seeds = Setting(
    "seeds", \RaceRequest.seeds, .from(1, to: RunVariants.most), fallback: 1,
    "Run each optimizer with N seeds, from --seed on, and draw the runs as a cloud.")
  /// `starts`: the many starts of each optimizer.
  public static let starts = Setting(
    "starts", \RaceRequest.starts,
    "Run each optimizer from many starts, and draw a cloud: grid:20x20 or random:100.")
  /// `output`: the folder to write into.
  public static let output = Setting("output", \RaceRequest.output, "Folder to write into.")

  /// Those of runs, then of drawings, then the race's own.
  public static let all: [any AnySetting<RaceRequest>] =
    RunSettings.all.map { PartSetting($0, of: \RaceRequest.run) }
    + DrawingSettings.all.map { PartSetting($0, of: \RaceRequest.drawing) }
    + [seeds, starts, output]
}

extension RaceRequest {
  /// What is said, by the names of settings; "functions" and "optimizers" beside them.
  public var keys: Set<String> {
    var keys = Set(RaceSettings.all.filter { $0.spelling(in: self) != nil }.map(\.name))
    if functions != nil { keys.insert("functions") }
    if optimizers != nil { keys.insert("optimizers") }
    return keys
  }

  /// What is no longer meant where something else is said: with functions go their starts, with
  /// optimizers their labels and colours, with either what is said of the race.
  private static let companions = [
    "functions": ["start", "note", "title", "subtitle"],
    "optimizers": ["label", "color", "note"], "start": ["starts"],
    "starts": ["start"],
  ]

  /// The keys of this that stay beside what another request says.
  public func keys(beside given: RaceRequest) -> Set<String> {
    keys.subtracting(given.keys.flatMap { [$0] + (Self.companions[$0] ?? []) })
  }

  /// This with what another says in the place of its own.
  public func replaced(by given: RaceRequest) -> RaceRequest {
    let kept = keys(beside: given)
    var request = given
    if kept.contains("functions") { request.functions = functions }
    if kept.contains("optimizers") { request.optimizers = optimizers }
    for setting in RaceSettings.all where kept.contains(setting.name) {
      setting.copy(from: self, into: &request)
    }
    return request
  }
}
