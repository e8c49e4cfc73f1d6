import DescentKit

/// Optimizers, schedules, line searches and data described for `list` and `show`.
enum Description {
  static func json(_ optimizer: any OptimizerSettings) -> JSON {
    let kind = type(of: optimizer)
    let card = kind.card
    let family = OptimizerCatalogue.families.first { family in
      family.optimizers.contains { $0.name == card.name }
    }
    return .members([
      "name": .string(card.name), "title": .string(card.title),
      "specification": .string(optimizer.specification.description),
      "family": .string(family?.title ?? ""),
      "order": .integer(card.order.rawValue), "formula": .string(card.formula),
      "parameters": parameters(optimizer.parameterTable), "reference": .string(card.reference),
      "independentOf": .strings(
        Invariance.allCases.filter(card.invariances.contains).map(\.meaning)),
      "dependsOn": .strings(
        Invariance.allCases.filter { !card.invariances.contains($0) }.map(\.meaning)),
      "notes": .strings(card.notes),
      "presets": .array(dialects(kind.presetSettings)),
      "aliases": .array(dialects(kind.aliasSettings)),
    ])
  }

  static func json(_ value: any Described) -> JSON {
    let kind = type(of: value)
    return .members([
      "name": .string(kind.name), "title": .string(kind.title),
      "specification": .string(value.specification.description),
      "formula": .string(kind.formula), "parameters": parameters(value.parameterTable),
      "reference": .string(kind.reference),
    ])
  }

  /// Names with the settings that they stand for.
  private static func dialects(_ entries: [String: [Specification.Entry]]) -> [JSON] {
    entries.sorted { $0.key < $1.key }.map {
      let settings = $0.value.map(\.description).joined(separator: ",")
      return .members([
        "name": .string($0.key),
        "settings": .string(settings.isEmpty ? "the defaults" : settings),
      ])
    }
  }

  static func parameters(_ table: [ParameterDescription]) -> JSON {
    .array(
      table.map {
        .members([
          "name": .string($0.name), "symbol": .string($0.symbol),
          "default": .string($0.default), "value": .string($0.value), "range": .string($0.range),
          "summary": .string($0.summary), "aliases": .strings($0.aliases),
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
        var header = ["parameter", "symbol", "default", "value", "range", "meaning"]
        if values.contains(where: hasAliases) { header.append("also") }
        if !values.isEmpty { lines.append(table(header, values)) }
      case .array(let values) where member.key == "presets" || member.key == "aliases":
        let header = [member.key == "presets" ? "preset" : "alias", "stands for"]
        if !values.isEmpty { lines.append(table(header, values)) }
      case .array(let values) where member.key == "criticalPoints":
        let header = ["point", point(members), "f", "eigenvalues"]
        if !values.isEmpty { lines.append(table(header, values)) }
      case .array(let values) where values.count > 1 && (isNested(values) || isProse(values)):
        for (i, value) in values.prefix(longestList).enumerated() {
          lines.append((i == 0 ? label : indent) + plain(value))
        }
        if values.count > longestList {
          lines.append(indent + "and more")
        }
      case .array(let values) where values.isEmpty: break
      case .null where member.key == "kinkRule": break
      default: lines.append(label + plain(member.value))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// What a table calls the points of a function.
  private static func point(_ members: [JSON.Member]) -> String {
    for case .array(let names) in members.filter({ $0.key == "variables" }).map(\.value) {
      return VariableNames(names.map(plain)).point
    }
    return VariableNames.numbered.point
  }

  private static let indent = String(repeating: " ", count: 16)
  /// The most entries of a list that a table shows.
  static let longestList = 12

  /// Texts that are sentences stand each on a line.
  private static func isProse(_ values: [JSON]) -> Bool {
    values.contains {
      if case .string(let text) = $0 { return text.contains(" ") }
      return false
    }
  }

  /// Whether a parameter has other names.
  private static func hasAliases(_ parameter: JSON) -> Bool {
    guard case .object(let members) = parameter else { return false }
    return members.contains { $0.key == "aliases" && $0.value != .array([]) }
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
    case .array(let values):
      values.prefix(longestList).map(plain).joined(separator: ", ")
        + (values.count > longestList ? ", ..." : "")
    case .object(let members): members.map { plain($0.value) }.joined(separator: "  ")
    default: value.description
    }
  }

  /// Objects one below the other, a column a member, as many as the header has.
  private static func table(_ header: [String], _ rows: [JSON]) -> String {
    var table = TextTable(header)
    for case .object(let members) in rows {
      table.add(members.prefix(header.count).map { short($0.value) })
    }
    return "\n" + table.text
  }

  /// Numbers in few digits, for tables.
  private static func short(_ value: JSON) -> String {
    switch value {
    case .number(let number): Digits.short(number)
    case .array(let values):
      values.prefix(longestRow).map(short).joined(separator: ", ")
        + (values.count > longestRow ? ", ..." : "")
    default: plain(value)
    }
  }

  private static let longestRow = 6
}
