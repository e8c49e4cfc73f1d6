import DescentKit

/// A catalogue as a page of the documents: a narrow table of what there is, and below it a heading
/// an entry with all that is known of it.
struct CataloguePage {
  struct Entry {
    let name: String
    /// As headings print it.
    let title: String
    /// Other names, each with what it stands for.
    let aliases: [(name: String, meaning: String)]
    /// Paragraphs and items of Markdown.
    let lines: [String]
  }

  struct Family {
    /// nil where the catalogue is not divided.
    let title: String?
    let entries: [Entry]
  }

  let families: [Family]

  /// As Markdown; begins with the table.
  var text: String {
    ([table.markdown] + families.flatMap(sections)).joined(separator: "\n\n")
  }

  private var isDivided: Bool { families.contains { $0.title != nil } }

  /// Names that lead to their headings.
  private var table: TextTable {
    var table = TextTable(["name"] + (isDivided ? ["family"] : []) + ["what it is"])
    for family in families {
      let title = isDivided ? [family.title ?? ""] : []
      for entry in family.entries {
        table.add(["[\(entry.name)](#\(entry.name))"] + title + [Markdown.prose(entry.title)])
        for alias in entry.aliases {
          let link = "[\(alias.name)](#\(entry.name))"
          table.add([link] + title + [Markdown.code(alias.meaning)])
        }
      }
    }
    return table
  }

  private func sections(_ family: Family) -> [String] {
    let mark = isDivided ? "###" : "##"
    return (family.title.map { ["## \($0)"] } ?? [])
      + family.entries.flatMap { entry in
        ["\(mark) \(entry.name)", entry.lines.joined(separator: "\n")]
      }
  }
}

// MARK: - Catalogues

extension CataloguePage {
  static var optimizers: Self {
    Self(
      families: OptimizerCatalogue.families.map { family in
        Family(title: family.title, entries: family.optimizers.map(entry))
      })
  }

  static var functions: Self {
    Self(
      families: FunctionCatalogue.families.map { family in
        Family(title: family.title, entries: family.functions.map(entry))
      })
  }

  /// Schedules, line searches or data.
  static func described(_ types: [any Described.Type]) -> Self {
    Self(families: [Family(title: nil, entries: types.map(entry))])
  }

  private static func entry(_ type: any OptimizerSettings.Type) -> Entry {
    let card = type.card
    let presets = type.presetSettings.sorted { $0.key < $1.key }
    let unchanged = Invariance.allCases.filter(card.invariances.contains).map(\.meaning)
    let facts =
      presets.map { "Preset `\($0.key)`: \(settings($0.value))" }
      + (unchanged.isEmpty ? [] : ["Independent of " + unchanged.joined(separator: ", ")])
      + card.notes.map(Markdown.prose) + ["Source: " + Markdown.prose(card.reference)]
    return Entry(
      name: type.name, title: card.title, aliases: aliases(type.name, type.aliasSettings),
      lines: head(card.title, card.formula) + ["- Derivatives: of order \(card.order.rawValue)"]
        + items(type.parameterTable) + facts.map { "- " + $0 })
  }

  private static func entry(_ type: any TestFunction.Type) -> Entry {
    let (card, function) = (type.card, type.init())
    let range = Int(card.dimensionRule) == nil ? "; \(function.dimension) unless told" : ""
    let facts = [
      "Variables: \(card.dimensionRule)\(range)",
      "Domain: " + Markdown.code(FunctionDescription.domain(of: function)),
      "Start: " + Markdown.code(FunctionDescription.point(function.start)),
      "Minimum: \(minimum(of: function))",
      "Properties: " + function.tags.map(\.rawValue).joined(separator: ", "),
    ]
    let notes =
      (card.kinkRule.isEmpty ? [] : [Markdown.prose(card.kinkRule)])
      + card.knownErrors.map(Markdown.prose) + ["Source: " + Markdown.prose(card.source)]
    return Entry(
      name: card.name, title: card.title, aliases: aliases(card.name, card.aliases),
      lines: head(card.title, FunctionDescription.formula(function))
        + facts.map { "- " + $0 } + items(type.parameterTable) + notes.map { "- " + $0 })
  }

  private static func entry(_ type: any Described.Type) -> Entry {
    Entry(
      name: type.name, title: type.title, aliases: [],
      lines: head(type.title, type.formula) + items(type.parameterTable)
        + ["- Source: " + Markdown.prose(type.reference)])
  }

  // MARK: Parts of an entry

  private static func head(_ title: String, _ formula: String) -> [String] {
    [Markdown.prose(title) + ": " + Markdown.code(formula), ""]
  }

  /// An item a setting: what it is unless told, its symbol, what it does and what it may be.
  private static func items(_ parameters: [ParameterDescription]) -> [String] {
    parameters.map { parameter in
      let symbol = parameter.symbol.isEmpty ? "" : " (\(parameter.symbol))"
      let also =
        parameter.aliases.isEmpty
        ? "" : "; also " + parameter.aliases.map(Markdown.code).joined(separator: ", ")
      return "- \(Markdown.code("\(parameter.name)=\(parameter.default)"))\(symbol): "
        + "\(Markdown.prose(parameter.summary)); \(Markdown.prose(parameter.range))\(also)"
    }
  }

  private static func aliases(
    _ name: String, _ aliases: [String: [Specification.Entry]]
  ) -> [(name: String, meaning: String)] {
    aliases.sorted { $0.key < $1.key }
      .map { ($0.key, Specification(name: name, settings: $0.value).description) }
  }

  private static func settings(_ entries: [Specification.Entry]) -> String {
    entries.isEmpty
      ? "the defaults" : Markdown.code(entries.map(\.description).joined(separator: ","))
  }

  private static func minimum(of function: any TestFunction) -> String {
    let basis = function.minimumBasis.rawValue
    guard let minimum = function.minimum else { return basis }
    let places = function.minimizers.prefix(FunctionDescription.mostNumbers)
      .map { Markdown.code(FunctionDescription.point($0)) }
    let more = function.minimizers.count > places.count ? ", ..." : ""
    let at = places.isEmpty ? "" : " at " + places.joined(separator: ", ") + more
    return "\(Digits.short(minimum)) (\(basis))\(at)"
  }
}
