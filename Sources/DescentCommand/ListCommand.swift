import ArgumentParser
import DescentKit

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: """
      List functions, optimizers, schedules, line searches, data, suites, overlays, charts, \
      formats or columns.
      """,
    discussion: "  descent list optimizers --format json")

  enum Kind: String, Choice, CaseIterable {
    case functions, optimizers, schedules, searches, data, suites, overlays, charts, formats,
      columns
  }

  @Argument(
    help: """
      functions, optimizers, schedules, searches, data, suites, overlays, charts, formats or \
      columns (of descent export).
      """)
  var kind = Kind.functions

  enum Format: String, Choice, CaseIterable {
    case table, json, markdown
  }

  @Option(help: "table, json, or markdown.")
  var format = Format.table

  func run() {
    switch format {
    case .json: print(json)
    case .table: print(kind == .optimizers ? Self.optimizersByFamily : table.text)
    case .markdown: print(census.markdown)
    }
  }

  var json: JSON {
    switch kind {
    case .functions: .array(FunctionCatalogue.all.map { FunctionDescription.summary($0.init()) })
    case .optimizers: .array(OptimizerCatalogue.all.map { Description.json($0.init()) })
    case .schedules: .array(ScheduleCatalogue.all.map { Description.json($0.init()) })
    case .searches: .array(LineSearchCatalogue.all.map { Description.json($0.init()) })
    case .data: .array(DataCatalogue.all.map { Description.json($0.init()) })
    case .suites:
      .array(
        SuiteCatalogue.all.map {
          .members([
            "name": .string($0.name), "summary": .string($0.summary),
            "functions": .strings($0.functions),
          ])
        })
    case .overlays: .array(RaceOverlay.all.map(\.json))
    case .charts: .array(ChartQuantity.all.map(\.json))
    case .formats: .array(RaceFormat.all.map(\.json))
    case .columns:
      .array(
        TidyTable.documented.map {
          .members([
            "name": .string($0.name), "unit": .string($0.unit), "meaning": .string($0.meaning),
          ])
        })
    }
  }

  /// The table of the documents: of functions, sources too.
  var census: TextTable {
    guard kind == .functions else { return table }
    var table = TextTable([
      "name", "n", "minimum (as by default)", "known by", "properties", "source",
    ])
    for type in FunctionCatalogue.all {
      let function = type.init()
      table.add([
        type.name, type.card.dimensionRule, Digits.short(function.minimum),
        function.minimumBasis.rawValue, function.tags.map(\.rawValue).joined(separator: ", "),
        type.card.source,
      ])
    }
    return table
  }

  var table: TextTable {
    switch kind {
    case .functions:
      var table = TextTable(["name", "n", "minimum", "tags"])
      for type in FunctionCatalogue.all {
        let function = type.init()
        table.add([
          type.card.name, type.card.dimensionRule, Digits.short(function.minimum),
          function.tags.map(\.rawValue).joined(separator: ", "),
        ])
      }
      return table
    case .optimizers:
      var table = TextTable([
        "name", "family", "order", "update", "parameters", "presets", "reference",
      ])
      for family in OptimizerCatalogue.families {
        for type in family.optimizers {
          table.add([
            type.name, family.title, String(type.card.order.rawValue), type.card.formula,
            type.parameterTable.map { "\($0.name)=\($0.default)" }.joined(separator: ", "),
            type.presetNames.joined(separator: ", "), type.card.reference,
          ])
          for alias in type.aliasSettings.sorted(by: { $0.key < $1.key }) {
            table.add([
              alias.key, family.title, String(type.card.order.rawValue), "that of \(type.name)",
              alias.value.map(\.description).joined(separator: ","), "", "",
            ])
          }
        }
      }
      return table
    case .schedules: return Self.table(of: ScheduleCatalogue.all)
    case .searches: return Self.table(of: LineSearchCatalogue.all)
    case .data: return Self.table(of: DataCatalogue.all)
    case .suites:
      var table = TextTable(["name", "count", "what", "functions"], numeric: [1])
      for suite in SuiteCatalogue.all {
        table.add([
          suite.name, String(suite.functions.count), suite.summary,
          suite.functions.joined(separator: ", "),
        ])
      }
      return table
    case .overlays: return RaceOverlay.table
    case .charts: return ChartQuantity.table
    case .formats: return RaceFormat.table
    case .columns:
      var table = TextTable(["name", "unit", "what it holds"])
      for column in TidyTable.documented { table.add([column.name, column.unit, column.meaning]) }
      return table
    }
  }

  private static func table(of types: [any Described.Type]) -> TextTable {
    var table = TextTable(["name", "formula", "parameters", "reference"])
    for type in types {
      table.add([
        type.name, type.formula,
        type.parameterTable.map { "\($0.name)=\($0.default)" }.joined(separator: ", "),
        type.reference,
      ])
    }
    return table
  }

  /// A heading a family, then a line a method and a line an alias.
  private static var optimizersByFamily: String {
    OptimizerCatalogue.families.map { family in
      var table = TextTable(["", "", ""])
      for type in family.optimizers {
        table.add(["  " + type.name, type.card.title, type.card.formula])
        for alias in type.aliasSettings.sorted(by: { $0.key < $1.key }) {
          let same = Specification(name: type.name, settings: alias.value)
          table.add(["  " + alias.key, "", "= \(same)"])
        }
      }
      let lines = table.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      return ([family.title] + lines.map(String.init)).joined(separator: "\n")
    }
    .joined(separator: "\n\n")
  }
}
