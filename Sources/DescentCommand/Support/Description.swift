import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Specifications

/// Functions, optimizers and schedules described for `list` and `show`.
enum Description {
  static func json(_ function: any TestFunction) -> JSON {
    let card = type(of: function).card
    return .members([
      "name": .string(card.name), "title": .string(card.title), "formula": .string(card.formula),
      "dimension": Int(card.dimensionRule).map(JSON.integer) ?? .string(card.dimensionRule),
      "domain": .array(
        function.domain.map { .numbers([$0.lowerBound, $0.upperBound]) }),
      "start": .numbers(function.start),
      "minimum": .optional(function.minimum, JSON.number),
      "minimizers": .array(function.minimizers.map { .numbers($0) }),
      "criticalPoints": .array(
        function.criticalPoints.map {
          .members(["x": .numbers($0.point), "kind": .string($0.kind.rawValue)])
        }),
      "tags": .strings(card.tags), "source": .string(card.source),
      "parameters": parameters(type(of: function).parameterTable),
    ])
  }

  static func json(_ optimizer: any OptimizerSettings.Type) -> JSON {
    let card = optimizer.card
    return .members([
      "name": .string(card.name), "title": .string(card.title),
      "order": .integer(card.order.rawValue), "formula": .string(card.formula),
      "parameters": parameters(optimizer.parameterTable), "reference": .string(card.reference),
    ])
  }

  static func json(_ schedule: any Schedule.Type) -> JSON {
    .members([
      "name": .string(schedule.name), "title": .string(schedule.title),
      "formula": .string(schedule.formula), "parameters": parameters(schedule.parameterTable),
    ])
  }

  private static func parameters(_ table: [ParameterDescription]) -> JSON {
    .array(
      table.map {
        .members([
          "name": .string($0.name), "symbol": .string($0.symbol),
          "default": .string($0.default), "range": .string($0.range),
          "summary": .string($0.summary),
        ])
      })
  }

  /// The members of a description one below the other.
  static func text(_ json: JSON) -> String {
    guard case .object(let members) = json else { return json.description }
    var lines: [String] = []
    for member in members {
      let label = member.key + String(repeating: " ", count: max(1, 16 - member.key.count))
      switch member.value {
      case .array(let values) where member.key == "parameters":
        if !values.isEmpty { lines.append(parameterText(values)) }
      case .array(let values) where !values.isEmpty && values.count > 1 && isNested(values):
        for (i, value) in values.prefix(12).enumerated() {
          let indent = String(repeating: " ", count: 16)
          lines.append((i == 0 ? label : indent) + plain(value))
        }
      default: lines.append(label + plain(member.value))
      }
    }
    return lines.joined(separator: "\n")
  }

  private static func isNested(_ values: [JSON]) -> Bool {
    values.allSatisfy {
      switch $0 {
      case .array, .object: true
      default: false
      }
    }
  }

  private static func plain(_ value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .null: "not known"
    case .array(let values): values.prefix(12).map(plain).joined(separator: ", ")
    case .object(let members): members.map { plain($0.value) }.joined(separator: "  ")
    default: value.description
    }
  }

  private static func parameterText(_ parameters: [JSON]) -> String {
    var table = TextTable(["parameter", "symbol", "default", "range", "meaning"])
    for case .object(let members) in parameters {
      table.add(members.map { plain($0.value) })
    }
    return "\n" + table.text
  }
}
