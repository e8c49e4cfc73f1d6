import Experiments
import JSON
import Specifications
import Statistics

/// A measurement as one object, with all of its numbers; `docs/formats.md` has the keys.
struct MeasureJSON {
  private let measured: MeasuredRuns

  init(_ measured: MeasuredRuns) { self.measured = measured }

  var json: JSON {
    let runs = measured.groups.flatMap(\.runs)
    let first = runs.first
    return .members([
      "function": .optional(first) { .string($0.problem.function.description) },
      "dimension": .optional(first) { .integer($0.trajectory.dimension) },
      "minimum": .optional(first?.trajectory.minimum, JSON.number),
      "basis": .optional(first) { .string($0.basis.rawValue) },
      "starts": .strings(starts(runs)),
      "plan": .optional(first) { .string($0.plan) },
      "scale": .string(measured.targets.scale.rawValue),
      "targets": .numbers(measured.targets.levels),
      "axis": .string(measured.axis.spelling),
      "optimizers": .array(measured.groups.map(optimizer)),
    ])
  }

  /// Each once, in the order of the runs.
  private func starts(_ runs: [StudyRun]) -> [String] {
    var known: Set<String> = []
    return runs.filter { $0.trajectory.count > 0 }
      .map { NumberText.distinct($0.trajectory.point(0), atMost: 6) }
      .filter { known.insert($0).inserted }
  }

  private func optimizer(_ group: MeasuredRuns.Group) -> JSON {
    let summary = group.summary
    let figures = FigureSummary(group.trajectories)
    return .members([
      "optimizer": .string(group.name),
      "specification": .optional(group.trajectories.first) { .string($0.optimizer.description) },
      "runs": .integer(summary.runCount),
      "finalExcess": .optional(summary.finalExcess, spread),
      "times": .array(
        zip(measured.targets.levels, summary.times).map { time(to: $0, $1) }),
      "spent": .optional(summary.spent, spread),
      "rate": .optional(summary.rate, fitted),
      "outcomes": outcomes(group),
      "reasons": .strings(reasons(group)),
      "figures": .optional(figures, all),
    ])
  }

  private func spread(_ quartiles: Quartiles) -> JSON {
    .members([
      "lower": .number(quartiles.lower), "median": .number(quartiles.median),
      "upper": .number(quartiles.upper),
    ])
  }

  private func time(to target: Double, _ time: ExpectedTime) -> JSON {
    let interval = time.reached.interval
    return .members([
      "target": .number(target),
      "reached": .integer(time.reached.count),
      "of": .integer(time.reached.total),
      "interval": .numbers([interval.lowerBound, interval.upperBound]),
      "work": spread(time.quartiles),
      "expected": .number(time.value),
    ])
  }

  private func fitted(_ rate: FittedRate) -> JSON {
    .members([
      "law": .string(rate.law.name), "value": .number(rate.value),
      "residual": .number(rate.residual),
      "steps": .integers([rate.range.lowerBound, rate.range.upperBound]),
    ])
  }

  private func all(_ figures: FigureSummary) -> JSON {
    .array(([("step", figures.steps)] + figures.figures).map { figure($0.0, $0.1) })
  }

  private func figure(_ name: String, _ quartiles: Quartiles) -> JSON {
    .members(["name": .string(name), "quartiles": spread(quartiles)])
  }

  /// How many runs ended in each way, those that none did left out.
  private func outcomes(_ group: MeasuredRuns.Group) -> JSON {
    .array(
      Outcome.Kind.allCases.compactMap { kind in
        let count = group.trajectories.count { $0.outcome.kind == kind }
        return count == 0
          ? nil : .members(["outcome": .string(kind.rawValue), "count": .integer(count)])
      })
  }

  /// Each once, in the order of the runs.
  private func reasons(_ group: MeasuredRuns.Group) -> [String] {
    group.trajectories.map(\.outcome.text).reduce(into: []) { reasons, text in
      if !reasons.contains(text) { reasons.append(text) }
    }
  }
}

// MARK: - Schema

extension MeasureTable {
  /// What the table as JSON may hold, as a JSON Schema; `docs/formats.md` tells what it means.
  public static var jsonSchema: JSON {
    JSONSchema.object([
      ("function", .text.orNull), ("dimension", .whole(from: 1).orNull),
      ("minimum", .number.orNull), ("basis", .text.orNull), ("starts", .texts),
      ("plan", .text.orNull), ("scale", .choice(TargetSet.Scale.allCases.map(\.rawValue))),
      ("targets", .numbers), ("axis", .text), ("optimizers", .list(of: .part("optimizer"))),
    ]).file(
      "A measurement", parts: [("optimizer", optimizer), ("quartiles", quartiles)])
  }

  private static let quartiles = JSONSchema.object([
    ("lower", .number), ("median", .number), ("upper", .number),
  ])

  private static var optimizer: JSONSchema {
    let spread = JSONSchema.part("quartiles")
    let outcome = JSONSchema.choice(Outcome.Kind.allCases.map(\.rawValue))
    return .object([
      ("optimizer", .text), ("specification", .text.orNull), ("runs", .count),
      ("finalExcess", spread.orNull), ("times", .list(of: time)), ("spent", spread.orNull),
      ("rate", rate.orNull),
      ("outcomes", .list(of: .object([("outcome", outcome), ("count", .whole(from: 1))]))),
      ("reasons", .texts),
      (
        "figures",
        JSONSchema.list(of: .object([("name", .text), ("quartiles", spread)])).orNull
      ),
    ])
  }

  private static let time = JSONSchema.object([
    ("target", .number), ("reached", .count), ("of", .count), ("interval", .numbers),
    ("work", .part("quartiles")), ("expected", .number),
  ])

  private static let rate = JSONSchema.object([
    ("law", .choice(RateLaw.allCases.map(\.name))), ("value", .number), ("residual", .number),
    ("steps", .counts),
  ])
}

extension RateLaw {
  /// In a word.
  fileprivate var name: String {
    switch self {
    case .power: "power"
    case .factor: "factor"
    case .order: "order"
    }
  }
}
