import LinearAlgebra
import Objectives
import Optimizers
import Output
import Specifications

/// What an optimizer comes to on a function, over two settings.
public struct ParameterMap: Sendable {
  /// The first setting, from left to right.
  public let across: SettingAxis
  /// The second setting, from below.
  public let up: SettingAxis
  /// How long runs are, and their seed.
  public let plan: Plan
  let subject: TunedSubject
  private let start: Vector?

  /// The function; a varied setting of it as it is written here.
  public var function: any TestFunction { subject.function }
  /// The optimizer; a varied setting of it as it is written here.
  public var settings: any OptimizerSettings { subject.settings }

  /// - Parameters:
  ///   - start: where runs begin; nil for the function's usual start.
  ///   - columns: cells along the first setting, 1 or more.
  ///   - rows: cells along the second setting, 1 or more.
  ///   - steps: of each run, 1 or more.
  /// - Throws: where a setting is unknown, both are the same, or one does not take an end of its
  ///   range.
  public init(
    _ function: any TestFunction, _ settings: any OptimizerSettings,
    over ranges: (SettingRange, SettingRange), start: Vector? = nil, columns: Int, rows: Int,
    steps: Int = 200, seed: UInt64 = 0
  ) throws(SpecificationError) {
    subject = TunedSubject(function: function, settings: settings)
    across = try SettingAxis(ranges.0, count: columns, of: subject)
    up = try SettingAxis(ranges.1, count: rows, of: subject)
    guard across.title != up.title else {
      throw SpecificationError("'\(up.key)' is given twice; expected two settings")
    }
    var plan = Plan(
      budget: Budget(steps: steps), cadence: .epochs(of: function), seed: seed)
    plan.keepsIterates = false
    self.plan = plan
    self.start = start
  }

  /// Whether f* of what the cells run on is known, so that losses are f − f*.
  public var isMinimumKnown: Bool {
    let corner = values(across.value(ofCell: 0), up.value(ofCell: 0), of: .function)
    return (try? subject.function(with: corner))?.minimum != nil
  }

  /// The runs of all cells, row after row from the lowest; the same for any number of workers.
  ///
  /// - Parameter workers: how many lines of cells are run at a time.
  /// - Throws: `SpecificationError` as `descend`; `CancellationError`.
  public func computed(
    workers: Int = 1, reporter: any Reporter = SilentReporter()
  ) async throws -> [Trial] {
    // A line has one function where only one of the settings is the function's.
    let isByColumn = across.owner == .function && up.owner == .optimizer
    let (lines, length) = isByColumn ? (across.count, up.count) : (up.count, across.count)
    let work = try await Parallel.results(
      of: lines, workers: workers, named: "runs", reporter: reporter
    ) { line in
      try trials((0..<length).map { isByColumn ? (line, $0) : ($0, line) })
    }
    return (0..<up.count).flatMap { row in
      (0..<across.count).map { isByColumn ? work[$0][row] : work[row][$0] }
    }
  }

  private func trials(_ cells: [(Int, Int)]) throws -> [Trial] {
    var known: (value: [Double], function: any TestFunction)?
    return try cells.map { column, row in
      let (u, v) = (across.value(ofCell: column), up.value(ofCell: row))
      let own = values(u, v, of: .function)
      if known?.value != own.map(\.value) {
        known = (own.map(\.value), try subject.function(with: own))
      }
      return try trial(u, v, on: known?.function ?? subject.function)
    }
  }

  /// One run.
  ///
  /// - Parameters:
  ///   - u: of the first setting.
  ///   - v: of the second setting.
  /// - Throws: as `descend`, or where a setting does not take its value.
  public func trial(_ u: Double, _ v: Double) throws(SpecificationError) -> Trial {
    try trial(u, v, on: subject.function(with: values(u, v, of: .function)))
  }

  private func trial(
    _ u: Double, _ v: Double, on function: any TestFunction
  ) throws(SpecificationError) -> Trial {
    let settings = try subject.settings(with: values(u, v, of: .optimizer))
    return Trial(u, v, try descend(function, with: settings, from: start, plan: plan))
  }

  private func values(
    _ u: Double, _ v: Double, of owner: SettingAxis.Owner
  ) -> [(key: String, value: Double)] {
    [(across, u), (up, v)].filter { $0.0.owner == owner }.map { ($0.0.key, $0.1) }
  }
}

/// What a run with two settings came to.
public struct Trial: Hashable, Sendable {
  /// Of the first setting.
  public let u: Double
  /// Of the second setting.
  public let v: Double
  /// f at the end; f − f* where f* is known.
  public let loss: Double
  /// Whether f is no finite number at the end, or was higher in the second half of the run than it
  /// ever was in the first.
  public let isDiverged: Bool

  init(_ u: Double, _ v: Double, _ run: Trajectory) {
    (self.u, self.v) = (u, v)
    let values = run.values
    let last = values.last ?? .nan
    loss = last - (run.minimum ?? 0)
    let half = values.count / 2
    let (early, late) = (values[..<half], values[half...])
    let grows = (late.max() ?? 0) > (early.max() ?? .infinity)
    isDiverged = run.outcome.kind == .diverged || !loss.isFinite || grows
  }
}
