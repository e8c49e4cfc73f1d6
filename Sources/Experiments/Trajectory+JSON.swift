import JSON

extension Trajectory {
  /// The version of the keys of recordings and of what they mean, which files tell as `schema`: new
  /// keys may come without a new one. `docs/formats.md` lists them.
  public static let schema = 1

  /// Which steps have an entry, in words.
  var recorded: String { Self.recorded(everyStep: recordsEveryStep) }

  static func recorded(everyStep isEvery: Bool) -> String { isEvery ? "every step" : "some steps" }

  /// The kinds of queries that have a column: samples where there are any.
  public var recordedQueries: [Query] {
    Query.allCases.filter { $0 != .samples || counts[.samples] > 0 }
  }

  /// The recording as one JSON object; its lists are as long as `step`, but `x` is empty where no
  /// iterates were kept.
  public var json: JSON {
    let entries = 0..<count
    var members: [JSON.Member] = [
      .init("function", .string(function.description)),
      .init("dimension", .integer(dimension)),
      .init("optimizer", .string(optimizer.description)),
      .init("title", .string(title)),
      .init("seed", .unsigned(seed)),
      .init("minimum", .optional(minimum, JSON.number)),
      .init("start", .numbers(count > 0 ? point(0) : [])),
      .init("outcome", .string(outcome.kind.rawValue)),
      .init("reason", .string(outcome.reason)),
      .init("stationaryPoint", .optional(outcome.point) { .string($0.rawValue) }),
      .init("counts", counts.json),
      .init("schema", .integer(Self.schema)),
    ]
    if let exampleCount { members.append(.init("examples", .integer(exampleCount))) }
    members += [
      .init("recorded", .string(recorded)),
      .init("step", .integers(steps)),
      .init("x", .array(keepsIterates ? entries.map { .numbers(point($0)) } : [])),
      .init("value", .numbers(values)),
      .init("excess", minimum == nil ? .null : .numbers(entries.compactMap { excess($0) })),
      .init("gradientNorm", .numbers(gradientNorms)),
    ]
    members += recordedQueries.map { .init($0.rawValue, .integers(cumulated[$0])) }
    members.append(.init("learningRate", .numbers(learningRates)))
    if !figures.isEmpty {
      let lists = figures.map {
        JSON.members(["name": .string($0.name), "values": .numbers($0.values)])
      }
      members.append(.init("figures", .array(lists)))
    }
    if let entry = bestEntry, let point = bestPoint {
      let best = JSON.members(["step": .integer(steps[entry]), "x": .numbers(point)])
      members.append(.init("best", best))
    }
    if let name = evaluationPointName {
      members.append(.init("evaluationPointName", .string(name)))
      members.append(
        .init("evaluationPoint", .array(entries.map { .numbers(evaluationPoint($0)) })))
    }
    if !seconds.isEmpty { members.append(.init("seconds", .numbers(seconds))) }
    if !details.isEmpty { members.append(.init("details", .array(details.map(\.json)))) }
    return .object(members)
  }
}

extension StepDetail {
  /// `diagnostics` has a list of numbers for each name; matrices are written row after row.
  var json: JSON {
    .members([
      "gradient": .numbers(gradient),
      "diagnostics": .object(diagnostics.map { .init($0.name, .numbers($0.numbers)) }),
      "trials": .array(trials.map { .numbers($0) }),
    ])
  }
}

extension Counts {
  var json: JSON {
    .object(Query.allCases.map { .init($0.rawValue, .integer(self[$0])) })
  }
}
