import Objectives

/// When to stop before the budget is spent.
public struct StopRules: Hashable, Sendable {
  /// Converged where f(x) − min f is at most this.
  public var targetExcess: Double?
  /// Converged where ‖∇f(x)‖₂ is at most this.
  public var gradientNorm: Double?
  /// Ended after this many steps in a row that do not move the iterate: converged where the
  /// gradient is zero (at once), else stalled.
  public var idleSteps: Int?
  /// Ended where the validation loss has not fallen below its lowest for so many recorded entries:
  /// early stopping. `Trajectory.bestEntry` is that of the lowest.
  public var patience: Int?

  /// `idleSteps` of the commands, unless told.
  public static let usualIdleSteps = 100

  /// Each is nil for no such rule; excess and norm are 0 or more, the others 1 or more.
  public init(
    targetExcess: Double? = nil, gradientNorm: Double? = nil, idleSteps: Int? = nil,
    patience: Int? = nil
  ) {
    self.targetExcess = targetExcess
    self.gradientNorm = gradientNorm
    self.idleSteps = idleSteps
    self.patience = patience
  }
}

/// Which steps are recorded. The start and the last step always are.
public enum Cadence: Hashable, Sendable {
  /// Every step.
  case all
  /// 0 to 10, then twenty steps a decade, evenly on a logarithmic scale.
  case logarithmic
  /// As logarithmic, and the steps at which the lowest excess so far is one of `Crossings`; where
  /// steps see minibatches, the logarithmic ones alone.
  case crossings
  /// Each kth step, k being 1 or more.
  case every(Int)
  /// The listed steps, ascending.
  case steps([Int])

  /// Each epoch of a function whose steps see minibatches; all steps of others.
  public static func epochs(of function: any TestFunction) -> Self {
    let steps = stepsPerEpoch(of: function)
    return steps == 1 ? .all : .every(steps)
  }

  /// How many steps see each example once, about; 1 where steps see all, or there are none.
  private static func stepsPerEpoch(of function: any TestFunction) -> Int {
    guard let sum = function.finiteSum, let size = function.minibatch?.size else { return 1 }
    return (sum.exampleCount + size - 1) / size
  }

  /// At most how many entries a run of so many steps records.
  func entries(within steps: Int) -> Int {
    switch self {
    case .all: min(steps, .max - 2) + 2
    case .logarithmic: min(min(steps, .max - 2) + 2, 12 + 20 * String(steps).count)
    case .crossings: min(min(steps, .max - 2) + 2, 12 + 20 * String(steps).count + Crossings.most)
    case .every(let k): min(steps, .max - 2) / k + 3
    case .steps(let list): list.count + 2
    }
  }
}

/// How a run is made: what it may spend, when it stops, what is recorded.
public struct Plan: Hashable, Sendable {
  /// What a run may spend; the first step or query beyond it ends the run.
  public var budget: Budget
  /// What ends a run before its budget is spent.
  public var stopRules: StopRules
  /// Which steps are recorded; the budget counts all of them.
  public var cadence: Cadence
  /// Recorded with the run. What is deterministic does not depend on it.
  public var seed: UInt64
  /// Whether entries are recorded in detail: gradients, what the optimizer has to show, trial
  /// points (`StepDetail`). The numbers of the recording are the same either way.
  public var isDetailed: Bool
  /// Whether runs are timed, each on its own and three times.
  public var isTimed = false
  /// Whether iterates are recorded, n numbers an entry. Without them a trajectory has its start
  /// alone and cannot be drawn on a map; all its other numbers are the same.
  public var keepsIterates = true
  /// What is recorded of the iterates at some entries, beside what the function tells of all.
  public var watched: WatchedFigure?
  /// How long a run may take; one that takes longer has failed. What such a run has recorded
  /// depends on the machine.
  public var timeLimit: Duration?
  /// Whether a run that has a time limit ends too where its task is cancelled, as failed.
  public var isCancellable = false

  /// A plan that is not timed and keeps the iterates.
  public init(
    budget: Budget, stopRules: StopRules = StopRules(), cadence: Cadence = .all, seed: UInt64 = 0,
    isDetailed: Bool = false
  ) {
    self.budget = budget
    self.stopRules = stopRules
    self.cadence = cadence
    self.seed = seed
    self.isDetailed = isDetailed
  }
}

/// The steps of a cadence, asked in ascending order.
struct CadenceCursor {
  let recordsAll: Bool
  private let cadence: Cadence
  private var position = 0
  private var nextLogarithmic = 0
  init(_ cadence: Cadence) {
    self.cadence = cadence
    recordsAll = cadence == .all
  }

  /// Whether step k is recorded; k ascends from call to call.
  mutating func records(_ k: Int) -> Bool {
    recordsAll || selects(k)
  }
  mutating func selects(_ k: Int) -> Bool {
    switch cadence {
    case .all: return true
    case .every(let period): return k.isMultiple(of: period)
    case .steps(let steps):
      if k == 0 { return true }
      while position < steps.count, steps[position] < k { position += 1 }
      return position < steps.count && steps[position] == k
    case .logarithmic, .crossings:
      guard k >= nextLogarithmic else { return false }
      nextLogarithmic = Self.logarithmicSuccessor(of: k)
      return true
    }
  }

  /// The least whole 10^(i/20) rounded that is more than k; k + 1 below 10.
  private static func logarithmicSuccessor(of k: Int) -> Int {
    guard k >= 10 else { return k + 1 }
    var value = 10.0
    while value.rounded() <= Double(k) { value *= 1.122018454301963 }
    return Int(value.rounded())
  }
}
