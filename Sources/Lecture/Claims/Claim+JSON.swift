import JSON

// A claim as chapter.json keeps it, so that pages can be made without measuring anew.
extension Claim {
  var json: JSON {
    .members([
      "name": .string(name), "sentence": .string(sentence), "quantity": .string(quantity),
      "theory": theory.json, "measured": measured.json,
      "condition": .optional(condition, JSON.string),
      "correction": .optional(correction, JSON.string), "verdict": .string(verdict.rawValue),
    ])
  }

  init(reading json: JSONReader) throws(JSONError) {
    self.init(
      try json.member("name").string(), try json.member("sentence").string(),
      quantity: try json.member("quantity").string(),
      theory: try Theory(reading: json.member("theory")),
      measured: try Measurement(reading: json.member("measured")),
      condition: try json.optional("condition")?.string(),
      correction: try json.optional("correction")?.string())
  }
}

extension Theory {
  var json: JSON {
    let numbers: [JSON.Member] =
      switch expectation {
      case .near(let number, let tolerance):
        [.init("value", .number(number)), .init("tolerance", .number(tolerance))]
      case .atMost(let bound): [.init("most", .number(bound))]
      case .atLeast(let bound): [.init("least", .number(bound))]
      }
    return .object(numbers + [.init("reason", .string(reason))])
  }

  init(reading json: JSONReader) throws(JSONError) {
    let reason = try json.member("reason").string()
    if let most = try json.optional("most") {
      self = .atMost(try most.number(), reason)
    } else if let least = try json.optional("least") {
      self = .atLeast(try least.number(), reason)
    } else {
      self = .near(
        try json.member("value").number(), within: try json.member("tolerance").number(), reason)
    }
  }
}

extension Measurement {
  var json: JSON {
    .members([
      "value": .number(value),
      "interval": .optional(interval) { .numbers([$0.lowerBound, $0.upperBound]) },
    ])
  }

  init(reading json: JSONReader) throws(JSONError) {
    let ends = try json.optional("interval").map { reader throws(JSONError) in
      let ends = try reader.numbers()
      guard ends.count == 2, ends[0] <= ends[1] else {
        throw reader.error("expected two ascending numbers")
      }
      return ends[0]...ends[1]
    }
    self.init(try json.member("value").number(), in: ends)
  }
}
