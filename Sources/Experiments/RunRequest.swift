import LinearAlgebra
import Objectives
import Specifications

/// What a person asks of runs; what is nil is as usual.
public struct RunRequest: Sendable {
  /// The function's usual start unless given.
  public var start: StartPoints?
  /// Examples a step, 1 or more; what the function says unless given.
  public var batch: Int?
  /// At most so many, 0 or more.
  public var steps: Int?
  /// Beside `steps`; the lower limit binds.
  public var budget: Budget?
  /// Recorded with the run; 0 unless given.
  public var seed: UInt64?
  /// f − min f at which a run has converged, 0 or more; takes a known minimum.
  public var target: Double?
  /// ‖∇f‖₂ at which a run has converged, 0 or more.
  public var gradientTolerance: Double?
  /// So many steps in a row that do not move the iterate end a run, 1 or more.
  public var idleSteps: Int?
  /// So many recorded entries in a row without a lower validation loss end a run, 1 or more.
  public var patience: Int?
  /// Recorded beside what the function tells.
  public var watch: WatchedFigure?

  /// A request that says nothing.
  public init() {}

  /// - Parameters:
  ///   - steps: the limit where none is given.
  ///   - idleSteps: the number where none is given; nil to go on to the budget's end.
  /// - Throws: where the target needs a minimum that is not known.
  public func plan(
    for function: any TestFunction, steps usual: Int, cadence: Cadence = .all,
    idleSteps fallback: Int? = nil
  ) throws(SettingError) -> Plan {
    if target != nil, function.minimum == nil {
      throw SettingError(
        "target",
        "needs a known minimum, which '\(function.specification)' has not; expected "
          + "{gradient-tolerance}")
    }
    if patience != nil, !ValidationLoss.isTold(by: function) {
      throw SettingError(
        "patience",
        "needs a validation loss, which '\(function.specification)' has not; "
          + ValidationLoss.expectation)
    }
    var plan = Plan(
      budget: limits(usual: usual), stopRules: stopRules(fallback), cadence: cadence,
      seed: seed ?? 0)
    plan.watched = watch
    return plan
  }

  /// The budget, with so many steps where nothing limits them.
  func limits(usual: Int) -> Budget {
    var limits = budget ?? Budget()
    if let steps {
      limits.steps = min(steps, limits.steps ?? steps)
    } else if limits.mostSteps == nil {
      limits.steps = usual
    }
    return limits
  }

  /// - Parameter usual: the idle steps where none are given.
  func stopRules(_ usual: Int?) -> StopRules {
    StopRules(
      targetExcess: target, gradientNorm: gradientTolerance, idleSteps: idleSteps ?? usual,
      patience: patience)
  }

  /// The function as it is to be descended: over minibatches where they are asked for.
  ///
  /// - Throws: where the function is no sum over examples.
  public func prepared(
    _ function: any TestFunction
  ) throws(SettingError) -> any TestFunction {
    guard let batch else { return function }
    let specification = function.specification
    guard function.finiteSum != nil else {
      throw SettingError(
        "batch",
        "needs a sum over examples, which '\(specification)' is not; expected a function of data, "
          + "as mlp")
    }
    let setting = Specification.Entry(key: "batch", value: String(batch))
    do {
      let other = try FunctionCatalogue.function(
        specification.adding(Specification(name: specification.name, settings: [setting])))
      // What was searched for is the same over minibatches.
      guard let known = function as? any MinimumAware, var told = other as? any MinimumAware
      else { return other }
      told.found = known.found
      return told
    } catch {
      throw SettingError("batch", error.description)
    }
  }

  /// A start for each function, its usual one where none is given.
  ///
  /// - Throws: where it is no point of a function, or there is another number of points than of
  ///   functions.
  public func starts(for functions: [any TestFunction]) throws(SettingError) -> [Vector] {
    guard let start else { return functions.map(\.start) }
    do {
      return try start.points(for: functions)
    } catch {
      throw SettingError("start", error.description)
    }
  }
}

/// The settings of a `RunRequest`.
public enum RunSettings {
  private static let many = 100_000_000

  /// `start`: where runs begin, one number a coordinate.
  public static let start = Setting(
    "start", \RunRequest.start, placeholder: "x,y", mayBeginWithMinus: true,
    "Start, one number a coordinate, as in -1.2,pi/3; for several functions one for all, or as "
      + "many with / between them.")
  /// `batch`, 1 or more: examples a step, for functions of data.
  public static let batch = Setting(
    "batch", \RunRequest.batch,
    .from(Minibatch.sizes.lowerBound, to: Minibatch.sizes.upperBound), placeholder: "m",
    "Examples a step, for functions of data; all unless the function says otherwise.")
  /// `steps`, 0 or more: the most that a run takes.
  public static let steps = Setting(
    "steps", \RunRequest.steps, .from(0, to: many), "Stop after N steps.")
  /// `budget`: the most evaluations that a run may ask for.
  public static let budget = Setting(
    "budget", \RunRequest.budget, placeholder: "n",
    "Stop after N evaluations of any kind, or as in gradients=100,values=50.")
  /// `seed`, 0 or more: that of the run.
  public static let seed = Setting(
    "seed", \RunRequest.seed, .from(0, to: .max), fallback: 0, "Seed, recorded with the run.")
  /// `target`, 0 or more: the excess f − min f at which a run has converged.
  public static let target = Setting(
    "target", \RunRequest.target, .from(0), placeholder: "excess",
    "Converged where f - min f is at most this.")
  /// `gradient-tolerance`, 0 or more: the ‖∇f‖ at which a run has converged.
  public static let gradientTolerance = Setting(
    "gradient-tolerance", \RunRequest.gradientTolerance, .from(0), placeholder: "norm",
    "Converged where |grad f| is at most this.")
  /// `idle-steps`, 1 or more: steps in a row without a move that end a run.
  public static let idleSteps = Setting(
    "idle-steps", \RunRequest.idleSteps, .from(1, to: many),
    "Stop after N steps in a row that do not move the iterate.")

  /// `patience`, 1 or more: entries without a lower validation loss that end a run.
  public static let patience = Setting(
    "patience", \RunRequest.patience, .from(1, to: many),
    "Early stopping: stop after N recorded entries without a lower validation loss.")
  /// `watch`: a figure that is recorded now and then.
  public static let watch = Setting(
    "watch", \RunRequest.watch,
    "Record a figure now and then: sharpness, the largest eigenvalue of the Hessian.")

  /// Every setting, in the order of help texts.
  public static let all: [any AnySetting<RunRequest>] = [
    start, batch, steps, budget, seed, target, gradientTolerance, idleSteps,
    patience, watch,
  ]
}
