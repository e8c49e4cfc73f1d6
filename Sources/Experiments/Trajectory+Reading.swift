import Objectives

extension Trajectory {
  /// Reads what `json` writes, to the last digit.
  ///
  /// Start and excess, which follow from the rest, are not read. Lists of another length than
  /// `step`, points of another dimension, and steps or counts that descend are errors.
  public init(reading json: JSONReader) throws(JSONError) {
    let size = try json.member("dimension")
    let dimension = try size.integer()
    guard dimension > 0 else { throw size.error("expected 1 or more") }
    self.init(
      function: try json.member("function").string(), dimension: dimension,
      optimizer: try json.member("optimizer").string(), title: try json.member("title").string(),
      seed: try json.member("seed").unsigned(), minimum: try json.optional("minimum")?.number(),
      evaluationPointName: try json.optional("evaluationPointName")?.string())
    outcome = Outcome(
      try json.member("outcome").choice(), try json.member("reason").string(),
      at: try json.optional("stationaryPoint")?.choice())
    counts = try Counts(reading: json.member("counts"))
    for step in try Self.ascending(json.member("step")) { steps.append(step) }
    try readReals(json)
    try readCounts(json)
    try readDetails(json)
  }

  private mutating func readDetails(_ json: JSONReader) throws(JSONError) {
    guard let list = try json.optional("details") else { return }
    let entries = try list.elements()
    try requireLength(entries.count, list)
    for entry in entries { details.append(try StepDetail(reading: entry, dimension: dimension)) }
  }

  private mutating func readReals(_ json: JSONReader) throws(JSONError) {
    values = try numbers(json.member("value"))
    gradientNorms = try numbers(json.member("gradientNorm"))
    for rate in try numbers(json.member("learningRate")) { learningRates.append(rate) }
    if let times = try json.optional("seconds") { seconds = try Self.times(numbers(times), times) }
    coordinates = try points(json.member("x"))
    if evaluationPointName != nil {
      evaluationCoordinates = try points(json.member("evaluationPoint"))
    }
  }

  private mutating func readCounts(_ json: JSONReader) throws(JSONError) {
    var columns: [[Int]] = []
    for key in ["values", "gradients", "hessians", "products"] {
      let column = try json.member(key)
      columns.append(try Self.ascending(column))
      try requireLength(columns[columns.count - 1].count, column)
    }
    for i in 0..<count {
      var counts = Counts()
      counts.values = columns[0][i]
      counts.gradients = columns[1][i]
      counts.hessians = columns[2][i]
      counts.products = columns[3][i]
      cumulated.append(counts)
    }
  }

  /// More than any run counts; sums and weights of counts stay whole numbers.
  private static let largestCount = 1_000_000_000_000

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

  /// Finite, from 0, none less than the one before.
  private static func times(_ times: [Double], _ json: JSONReader) throws(JSONError) -> [Double] {
    for (i, time) in times.enumerated() where !(time >= (i == 0 ? 0 : times[i - 1]) && time < 1e9) {
      throw json.error("entry \(i) is \(time); expected seconds that ascend from 0")
    }
    return times
  }

  private func numbers(_ json: JSONReader) throws(JSONError) -> [Double] {
    let numbers = try json.numbers()
    try requireLength(numbers.count, json)
    return numbers
  }

  private func points(_ json: JSONReader) throws(JSONError) -> [Double] {
    let points = try json.elements()
    try requireLength(points.count, json)
    var coordinates: [Double] = []
    for point in points {
      let numbers = try point.numbers()
      guard numbers.count == dimension else {
        throw point.error("\(numbers.count) numbers; expected \(dimension)")
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
  init(reading json: JSONReader) throws(JSONError) {
    self.init()
    values = try json.member("values").integer()
    gradients = try json.member("gradients").integer()
    hessians = try json.member("hessians").integer()
    products = try json.member("products").integer()
    samples = try json.member("samples").integer()
  }
}
