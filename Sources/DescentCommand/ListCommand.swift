import ArgumentParser
import DescentKit

struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: """
      List functions, optimizers, schedules, line searches, data, suites, overlays, charts, \
      formats, columns or settings.
      """,
    discussion: "  descent list optimizers --format json")

  enum Kind: String, Choice, CaseIterable {
    case functions, optimizers, schedules, searches, data, suites, overlays, charts, formats,
      columns, settings
  }

  @Argument(
    help: """
      functions, optimizers, schedules, searches, data, suites, overlays, charts, formats, \
      columns (of descent export) or settings (of race and study files).
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
    case .table: print(text)
    case .markdown: print(markdown)
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
    case .settings: SettingList().json
    }
  }

  /// The page of the documents; of what has little to tell, a table.
  var markdown: String {
    switch kind {
    case .functions: CataloguePage.functions.text
    case .optimizers: CataloguePage.optimizers.text
    case .schedules: CataloguePage.described(ScheduleCatalogue.all).text
    case .searches: CataloguePage.described(LineSearchCatalogue.all).text
    case .data: CataloguePage.described(DataCatalogue.all).text
    case .suites, .overlays, .charts, .formats, .columns, .settings:
      tables.map(\.table.markdown).joined(separator: "\n\n")
    }
  }

  /// For a terminal: tables, below their titles where they have some.
  private var text: String {
    tables.map { title, table in
      guard let title else { return table.text }
      let lines = table.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      return ([title] + lines.map(String.init)).joined(separator: "\n")
    }
    .joined(separator: "\n\n")
  }

  /// Of optimizers one a family.
  private var tables: [(title: String?, table: TextTable)] {
    switch kind {
    case .optimizers: OptimizerCatalogue.families.map { ($0.title, Self.table(of: $0)) }
    case .functions: [(nil, Self.functions)]
    case .schedules: [(nil, Self.table(of: ScheduleCatalogue.all))]
    case .searches: [(nil, Self.table(of: LineSearchCatalogue.all))]
    case .data: [(nil, Self.table(of: DataCatalogue.all))]
    case .suites: [(nil, Self.suites)]
    case .overlays: [(nil, RaceOverlay.table)]
    case .charts: [(nil, ChartQuantity.table)]
    case .formats: [(nil, RaceFormat.table)]
    case .columns: [(nil, Self.columns)]
    case .settings: [(nil, SettingList().table)]
    }
  }

  private static var functions: TextTable {
    var table = TextTable(["name", "n", "minimum", "tags"])
    for type in FunctionCatalogue.all {
      let function = type.init()
      table.add([
        type.card.name, type.card.dimensionRule, Digits.short(function.minimum),
        function.tags.map(\.rawValue).joined(separator: ", "),
      ])
    }
    return table
  }

  private static var suites: TextTable {
    var table = TextTable(["name", "count", "what", "functions"], numeric: [1])
    for suite in SuiteCatalogue.all {
      table.add([
        suite.name, String(suite.functions.count), suite.summary,
        suite.functions.joined(separator: ", "),
      ])
    }
    return table
  }

  private static var columns: TextTable {
    var table = TextTable(["name", "unit", "what it holds"])
    for column in TidyTable.documented { table.add([column.name, column.unit, column.meaning]) }
    return table
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

  /// A line a method and a line an alias.
  private static func table(of family: OptimizerFamily) -> TextTable {
    var table = TextTable(["", "", ""])
    for type in family.optimizers {
      table.add(["  " + type.name, type.card.title, type.card.formula])
      for alias in type.aliasSettings.sorted(by: { $0.key < $1.key }) {
        let same = Specification(name: type.name, settings: alias.value)
        table.add(["  " + alias.key, "", "= \(same)"])
      }
    }
    return table
  }
}
