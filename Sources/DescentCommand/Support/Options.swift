import ArgumentParser
import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Specifications

/// What every command that runs optimizers takes.
struct RunOptions: ParsableArguments {
  @Option(
    name: .long, parsing: .unconditional,
    help: ArgumentHelp("Start, one number a coordinate, as in -1.2,pi/3.", valueName: "x,y"))
  var start: String?

  @Option(help: "Stop after N steps.", range: .from(0, to: 100_000_000))
  var steps: Int?

  @Option(
    help: ArgumentHelp(
      "Stop after N evaluations of any kind, or after gradients=N.", valueName: "n"))
  var budget: String?

  @Option(help: "Seed, recorded with the run.", range: .from(0, to: .max))
  var seed: UInt64 = 0

  @Option(
    name: .customLong("target"),
    help: ArgumentHelp("Converged where f - min f is at most this.", valueName: "excess"),
    range: .from(0))
  var targetExcess: Double?

  @Option(
    help: ArgumentHelp("Converged where |grad f| is at most this.", valueName: "norm"),
    range: .from(0))
  var gradientTolerance: Double?

  @Option(
    help: "Stop after N steps in a row that do not move the iterate.",
    range: .from(1, to: 100_000_000))
  var idleSteps: Int?

  /// - Parameter idleSteps: the number where none is given; nil to go on to the budget's end.
  func plan(
    for function: any TestFunction, defaultSteps: Int, cadence: Cadence = .all,
    idleSteps fallback: Int? = nil
  ) throws -> Plan {
    var limits = try budget.map(Self.budget) ?? Budget()
    if let steps {
      limits.steps = min(steps, limits.steps ?? steps)
    } else if budget == nil {
      limits.steps = defaultSteps
    }
    if targetExcess != nil, function.minimum == nil {
      throw Failure(
        .usage,
        "--target needs a known minimum, which '\(function.specification)' has not; "
          + "expected --gradient-tolerance")
    }
    return Plan(
      budget: limits,
      stopRules: StopRules(
        targetExcess: targetExcess, gradientNorm: gradientTolerance,
        idleSteps: idleSteps ?? fallback),
      cadence: cadence, seed: seed)
  }

  /// The start given, or the function's usual one; checked.
  func startPoint(for function: any TestFunction) throws -> Vector {
    guard let start else { return function.start }
    return try Self.point(start, option: "--start", for: function)
  }

  /// A start for each function: the one given for all, or as many as there are functions.
  func startPoints(for functions: [any TestFunction]) throws -> [Vector] {
    guard let start else { return functions.map(\.start) }
    let texts =
      Self.isOnePoint(start, for: functions)
      ? [start] : start.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard texts.count == 1 || texts.count == functions.count else {
      throw Failure(
        .usage,
        "--start '\(start)' has \(texts.count) points for \(functions.count) functions; "
          + "expected one for all, or as many with / between them")
    }
    return try functions.enumerated().map { i, function in
      try Self.point(texts[texts.count == 1 ? 0 : i], option: "--start", for: function)
    }
  }

  /// Whether the strokes of `text` divide, as in 1/3,2, and do not stand between points: it has as
  /// many coordinates as a point. For several functions in one variable 1/3 is two points.
  private static func isOnePoint(_ text: String, for functions: [any TestFunction]) -> Bool {
    guard let point = NumberText.parsePoint(text) else { return false }
    return functions.allSatisfy { $0.dimension == point.count }
      && (point.count > 1 || functions.count == 1)
  }

  static func point(
    _ text: String, option: String, for function: any TestFunction
  ) throws -> Vector {
    guard let point = NumberText.parsePoint(text) else {
      throw Failure(.usage, "\(option) '\(text)' is no list of numbers; expected x,y as in -1.2,1")
    }
    do {
      try requireValid(point, for: function)
    } catch {
      throw Failure(.usage, "\(option): \(error)")
    }
    return point
  }

  private static func budget(_ text: String) throws -> Budget {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let kind = parts.count == 2 ? String(parts[0]) : "evaluations"
    guard let last = parts.last, let limit: Int = NumberText.parseWhole(String(last)),
      limit >= 1, Budget.range.contains(limit)
    else {
      throw Failure(
        .usage,
        "--budget '\(text)' is no budget; expected a whole number from 1 to "
          + "\(Budget.range.upperBound), or gradients=N")
    }
    switch kind {
    case "evaluations": return Budget(evaluations: limit)
    case "gradients": return Budget(gradients: limit)
    case "steps": return Budget(steps: limit)
    default:
      throw SpecificationError.unknown(
        "budget", kind, among: ["evaluations", "gradients", "steps"])
    }
  }
}

/// One optimizer after another: the option repeats and takes lists.
struct OptimizerOptions: ParsableArguments {
  @Option(
    name: .customLong("optimizer"),
    help: ArgumentHelp(
      "Optimizers to run; repeatable. In a list, key=value belongs to the name before it: "
        + "sgd:lr=0.001,adam:lr=0.02,beta1=0.8,bfgs is three.",
      valueName: "spec,..."))
  var optimizers: [String] = []

  func settings(default fallback: String) throws -> [any OptimizerSettings] {
    try list(default: fallback).flatMap(Self.settings)
  }

  func list(default fallback: String) -> [String] { optimizers.isEmpty ? [fallback] : optimizers }

  /// The optimizers of a comma-separated list.
  static func settings(_ text: String) throws -> [any OptimizerSettings] {
    try Specification.list(parsing: text).map { try OptimizerCatalogue.settings($0) }
  }

  /// The names of the same optimizers as they were given: `adamw`, where the settings'
  /// specification is what that stands for.
  func names(default fallback: String) throws -> [String] {
    try list(default: fallback).flatMap { try Specification.list(parsing: $0).map(\.description) }
  }
}

enum TextFormat: String, Choice, CaseIterable {
  case table, json
}
