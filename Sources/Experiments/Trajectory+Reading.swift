import JSON
import LinearAlgebra
import Objectives
import Specifications

extension Trajectory {
  /// Reads what `json` writes, to the last digit.
  ///
  /// Start and excess, which follow from the rest, are not read. Errors are what no run leaves:
  /// lists of another length than `step`, points of another dimension; steps that do not begin at 0
  /// or do not ascend, counts that descend, or end above those of the whole run; a minimum or,
  /// before the last entry, an iterate or value that is infinite or no number, or an infinite
  /// learning rate; a norm below 0.
  public init(reading json: JSONReader) throws(JSONError) {
    try Self.requireKnownSchema(json)
    let size = try json.member("dimension")
    let dimension = try size.integer()
    guard dimension > 0 else { throw size.error("expected 1 or more") }
    self.init(
      function: try json.member("function").specification(FunctionCatalogue.specification),
      dimension: dimension,
      optimizer: try json.member("optimizer").specification { text throws(SpecificationError) in
        try Specification(parsing: text)
      },
      title: try json.member("title").string(),
      seed: try json.member("seed").unsigned(),
      minimum: try json.optional("minimum").map(Self.finite),
      evaluationPointName: try json.optional("evaluationPointName")?.string())
    outcome = Outcome(
      try json.member("outcome").choice(), try json.member("reason").string(),
      at: try json.optional("stationaryPoint")?.choice())
    if let examples = try json.optional("examples") {
      exampleCount = try examples.integer()
      guard let exampleCount, exampleCount > 0 else { throw examples.error("expected 1 or more") }
    }
    try readSteps(json.member("step"))
    try readReals(json)
    try readCounts(json)
    counts = try Counts(reading: json.member("counts"), atLeast: cumulated[count - 1])
    try readDetails(json)
    if let word = try json.optional("recorded"), try word.string() != recorded {
      throw word.error("expected '\(recorded)', as step says")
    }
  }

  /// Throws where the keys of `json`, a recording or what holds some, are of a newer version than
  /// `schema`. The oldest recordings tell none.
  public static func requireKnownSchema(_ json: JSONReader) throws(JSONError) {
    guard let member = try json.optional("schema") else { return }
    let version = try member.integer()
    guard version >= 1 else { throw member.error("\(version); expected 1 to \(schema)") }
    guard version <= schema else {
      throw member.error(
        "\(version) is of a newer Descent; expected at most \(schema)")
    }
  }

  private mutating func readSteps(_ json: JSONReader) throws(JSONError) {
    for step in try Self.ascending(json) {
      guard step > steps.last ?? -1 else {
        throw json.error("\(step) comes twice; expected steps that ascend")
      }
      steps.append(step)
    }
    guard steps.first == 0 else { throw json.error("expected steps that begin at 0") }
  }

  private mutating func readDetails(_ json: JSONReader) throws(JSONError) {
    guard let list = try json.optional("details") else { return }
    let entries = try list.elements()
    try requireLength(entries.count, list)
    for entry in entries { details.append(try StepDetail(reading: entry, dimension: dimension)) }
  }

  private mutating func readReals(_ json: JSONReader) throws(JSONError) {
    values = try numbers(json.member("value")) { i, f in
      f.isFinite || i == steps.count - 1 ? nil : "a finite number, but in the last entry"
    }
    gradientNorms = try numbers(json.member("gradientNorm")) { _, norm in
      norm < 0 ? "a norm, 0 or more" : nil
    }
    let rates = try numbers(json.member("learningRate")) { i, rate in
      !rate.isInfinite || i == steps.count - 1
        ? nil : "a finite number, or nan for none, but in the last entry"
    }
    for rate in rates { learningRates.append(rate) }
    if let times = try json.optional("seconds") { seconds = try Self.times(numbers(times), times) }
    coordinates = try iterates(json)
    if let best = try json.optional("best") {
      let member = try best.member("x")
      keptBest = try member.numbers()
      guard keptBest.count == dimension else {
        throw member.error("\(keptBest.count) numbers; expected \(dimension)")
      }
    }
    if let list = try json.optional("figures") {
      for figure in try list.elements() {
        figures.append(
          Figure(
            name: try figure.member("name").string(),
            values: try numbers(figure.member("values"))))
      }
    }
    if evaluationPointName != nil {
      evaluationCoordinates = try points(json.member("evaluationPoint"), .secondPoints)
    }
  }

  private mutating func readCounts(_ json: JSONReader) throws(JSONError) {
    var entries = [Counts](repeating: Counts(), count: count)
    for query in Query.allCases {
      let given =
        query == .samples
        ? try json.optional(query.rawValue) : try json.member(query.rawValue)
      guard let column = given else { continue }
      let numbers = try Self.ascending(column)
      try requireLength(numbers.count, column)
      for (i, number) in numbers.enumerated() { entries[i][query] = number }
    }
    for counts in entries { cumulated.append(counts) }
  }

  /// More than any run counts.
  fileprivate static let largestCount = Budget.range.upperBound

  /// Whole numbers from 0, none less than the one before.
  private static func ascending(_ json: JSONReader) throws(JSONError) -> [Int] {
    let numbers = try json.integers()
    for (i, number) in numbers.enumerated() {
      guard number >= (i == 0 ? 0 : numbers[i - 1]) else {
        throw json.error("entry \(i) is \(number); expected numbers that ascend from 0")
      }
      guard number <= largestCount else {
        throw json.error("entry \(i) is \(number); expected at most \(largestCount)")
      }
    }
    return numbers
  }

  /// Those of all entries; the start alone where no others were kept.
  private func iterates(_ json: JSONReader) throws(JSONError) -> [Double] {
    let list = try json.member("x")
    guard try list.elements().isEmpty, let start = try json.optional("start") else {
      return try points(list, .iterates)
    }
    let numbers = try start.numbers()
    guard numbers.count == dimension, numbers.isFinite else {
      throw start.error("expected \(dimension) finite numbers")
    }
    return numbers
  }

  /// Finite, from 0, none less than the one before.
  private static func times(_ times: [Double], _ json: JSONReader) throws(JSONError) -> [Double] {
    for (i, time) in times.enumerated() where !(time >= (i == 0 ? 0 : times[i - 1]) && time < 1e9) {
      throw json.error("entry \(i) is \(time); expected seconds that ascend from 0")
    }
    return times
  }

  private static func finite(_ json: JSONReader) throws(JSONError) -> Double {
    let number = try json.number()
    guard number.isFinite else { throw json.error("\(number); expected a finite number") }
    return number
  }

  /// - Parameter expected: what an entry has to be, where it is not.
  private func numbers(
    _ json: JSONReader, unless expected: (Int, Double) -> String? = { _, _ in nil }
  ) throws(JSONError) -> [Double] {
    let numbers = try json.numbers()
    try requireLength(numbers.count, json)
    for (i, number) in numbers.enumerated() {
      if let expected = expected(i, number) {
        throw json.error("entry \(i) is \(number); expected \(expected)")
      }
    }
    return numbers
  }

  private enum PointKind {
    /// All but the last, where a run that diverges ends, are finite.
    case iterates
    case secondPoints
  }

  private func points(_ json: JSONReader, _ kind: PointKind) throws(JSONError) -> [Double] {
    let points = try json.elements()
    try requireLength(points.count, json)
    var coordinates: [Double] = []
    for (i, point) in points.enumerated() {
      let numbers = try point.numbers()
      guard numbers.count == dimension else {
        throw point.error("\(numbers.count) numbers; expected \(dimension)")
      }
      guard numbers.isFinite || kind == .secondPoints || i == count - 1 else {
        throw point.error("expected finite numbers, but in the last entry")
      }
      coordinates += numbers
    }
    return coordinates
  }

  private func requireLength(_ length: Int, _ json: JSONReader) throws(JSONError) {
    guard length == count else {
      throw json.error("\(length) entries; expected \(count), as many as of step")
    }
  }
}

extension Counts {
  /// - Parameter last: what had been asked at the last entry; an unfinished step may have asked
  ///   more.
  fileprivate init(reading json: JSONReader, atLeast last: Counts) throws(JSONError) {
    self.init()
    for query in Query.allCases {
      let member = try json.member(query.rawValue)
      let number = try member.integer()
      guard number >= last[query], number <= Trajectory.largestCount else {
        throw member.error("\(number); expected \(last[query]) to \(Trajectory.largestCount)")
      }
      self[query] = number
    }
  }
}

extension JSONReader {
  /// A string that a specification is made of.
  fileprivate func specification(
    _ parse: (String) throws(SpecificationError) -> Specification
  ) throws(JSONError) -> Specification {
    let text = try string()
    do {
      return try parse(text)
    } catch {
      throw self.error(error.description)
    }
  }
}
