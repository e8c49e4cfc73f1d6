import Objectives
import Optimizers
import Specifications

/// What a person asks of tuning; what is nil is as usual.
public struct TuningRequest: Sendable {
  /// What is tuned.
  public var optimizers: [GivenOptimizer]?
  /// On what settings are searched; without `test`, some of it is set aside.
  public var functions: [any TestFunction]?
  /// On what they are tested.
  public var test: [any TestFunction]?
  /// The usual start unless given.
  public var starts: StudyStarts?
  /// Budget, stop rules and seed, which hold for every run. A target makes the work to it the
  /// score.
  public var run = RunRequest()
  /// Seconds that a run may take.
  public var limit: Double?
  /// Trials of the whole budget for each optimizer, 1 or more; `usualTrials` unless given.
  public var trials: Int?
  /// How many searches are made, 1 or more; 1 unless given.
  public var searches: Int?
  /// `random` unless given.
  public var method: SearchMethod?
  /// Ranges in the place of those that methods publish, or beside them.
  public var ranges: [SettingRange] = []

  /// A request that says nothing.
  public init() {}

  /// The trials, unless told.
  public static let usualTrials = 50

  /// What is to be done.
  ///
  /// - Throws: where functions or optimizers are not said, a range is of no setting or beyond it,
  ///   problems of tuning and test are the same, or a target is given where min f is not known.
  public func tuning() throws -> Tuning {
    guard let functions, !functions.isEmpty else {
      throw SettingError("on", "is missing; expected a suite or functions, as bbob:n=2")
    }
    guard let optimizers, !optimizers.isEmpty else {
      throw SpecificationError("tuning needs optimizers; expected one or more, as adam,momentum")
    }
    var request = StudyRequest()
    (request.functions, request.optimizers, request.limit) = (functions, optimizers, limit)
    (request.starts, request.run) = (starts, run)
    let study = try request.study()
    let problems = try TuningProblems(
      on: study.functions, test: try test?.map(run.prepared), starts: starts?.starts)
    try requireTarget(problems)
    let method = method ?? .random
    return Tuning(
      try spaces(optimizers, study.functions[0], for: method), on: problems, by: method,
      trials: trials ?? Self.usualTrials, searches: searches ?? 1, plan: study.plan)
  }

  private func spaces(
    _ optimizers: [GivenOptimizer], _ function: any TestFunction, for method: SearchMethod
  ) throws -> [SearchSpace] {
    var names: Set<String> = []
    for range in ranges {
      guard names.insert(range.key).inserted else {
        throw SettingError("over", "has '\(range.key)' twice; expected one range for a setting")
      }
      guard optimizers.contains(where: { SearchSpace.has(range.key, $0) }) else {
        let list = optimizers.map(\.specification.name).joined(separator: ", ")
        throw SpecificationError.unknown(
          "setting of \(list)", range.key, among: optimizers.flatMap(SearchSpace.keys))
      }
    }
    return try optimizers.map { optimizer in
      let space = try SearchSpace(optimizer, over: ranges, on: function)
      guard space.settings.count <= method.mostSettings else {
        throw SettingError(
          "search",
          "\(method.name) takes at most \(method.mostSettings) settings, not the "
            + "\(space.settings.count) of '\(optimizer.specification)'; expected random")
      }
      return space
    }
  }

  private func requireTarget(_ problems: TuningProblems) throws(SettingError) {
    guard run.target != nil else { return }
    let functions = problems.tuning.functions + problems.test.functions
    guard let unknown = functions.first(where: { $0.minimum == nil }) else { return }
    throw SettingError(
      "target",
      "needs a known minimum, which '\(unknown.specification)' has not; expected no {target}, for "
        + "how far f falls")
  }
}
