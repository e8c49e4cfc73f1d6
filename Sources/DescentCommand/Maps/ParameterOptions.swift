import ArgumentParser
import DescentKit

/// What the maps over two settings take.
struct ParameterOptions: ParsableArguments {
  @Option(
    name: .customLong("over"),
    help: ArgumentHelp(
      "A setting and its range; two of them. Above 0 and over a decade or more equal ratios are as "
        + "far apart (default: lr=0.001..1, and momentum=0..0.99 or beta1=0..0.99).",
      valueName: "key=low..high"),
    transform: { try SettingRange(spelling: $0) })
  var over: [SettingRange] = []

  @Option(RunSettings.start) var start: StartPoints?
  @Option(RunSettings.batch) var batch: Int?
  @Option(RunSettings.seed) var seed: UInt64?
  @OptionGroup var map: MapOptions

  /// The settings that are varied where none is given.
  private func ranges(
    for settings: any OptimizerSettings
  ) throws -> (SettingRange, SettingRange) {
    if over.count == 2 { return (over[0], over[1]) }
    let keys = type(of: settings).keys
    guard over.isEmpty, keys.contains("lr"),
      let second = ["momentum", "beta1"].first(where: keys.contains)
    else {
      let name = settings.specification.name
      throw Failure(
        .usage,
        "--over is given \(over.count) times; expected two settings, as in --over lr=0.001..1 "
          + "--over KEY=LOW..HIGH (of \(name): \(keys.joined(separator: ", ")))")
    }
    return (SettingRange("lr", from: 0.001, to: 1), SettingRange(second, from: 0, to: 0.99))
  }

  /// The map of a function and an optimizer, as they are named.
  func parameterMap(
    _ function: String, _ optimizer: String, size: CellCount
  ) throws -> ParameterMap {
    var request = RunRequest()
    (request.start, request.batch) = (start, batch)
    let function = try request.prepared(FunctionName.function(function))
    let settings = try OptimizerCatalogue.settings(optimizer)
    let start = try start.map { _ in try request.starts(for: [function])[0] }
    return try ParameterMap(
      function, settings, over: ranges(for: settings), start: start, columns: size.columns,
      rows: size.rows, steps: map.steps, seed: seed ?? 0)
  }

  /// Computes a map, tells of it and writes its files, once it is known that they can be written.
  func write(
    _ map: ParameterMap, kind: String, named name: String,
    searching: () throws -> [TuningSearch] = { [] }, table: ([Trial], [TuningSearch]) -> String
  ) async throws {
    let console = Console()
    let path = self.map.output ?? "output/map-\(kind)-\(map.function.folderName)"
    let formats = self.map.formats
    try await OutputFolder.fill(path, with: map.subjectText(kind), reporter: console) { folder in
      let searches = try searching()
      let trials = try await map.computed(workers: self.map.workers, reporter: console)
      print(table(trials, searches))
      let figure = ParameterFigure(map, trials, searches: searches, colors: self.map.colors)
      try MapFiles.write(formats, figure.picture, to: folder, named: name) {
        Array(ParameterCSV.text(map, trials, searches: searches).utf8)
      }
    }
    print(TerminalText.line("\(path): \(name), as \(formats.spelling)"))
  }
}

extension ParameterMap {
  /// All that tells the map from others.
  func subjectText(_ kind: String) -> String {
    let axes = [across, up].map { axis in
      "\(axis.key) from \(NumberText.short(axis.domain.lowerBound)) to "
        + NumberText.short(axis.domain.upperBound)
    }
    return "the \(kind) map of \(settings.specification) on \(function.specification), "
      + "\(axes.joined(separator: ", ")), \(across.count)x\(up.count), "
      + "\(plan.budget.description), seed \(plan.seed)"
  }
}
