import ArgumentParser
import DescentKit

struct BasinsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "basins",
    abstract: "From each start of a grid: where an optimizer ends, and after how many steps.",
    discussion: """
      Prints a table of the ends and writes a picture and a CSV file for each optimizer into
      output/map-basins-FUNCTION. The colour of a start tells its end, its lightness the steps.
        descent map basins himmelblau --optimizer newton,sgd:lr=0.01 --size 1000x1000
      """)

  @Argument(
    help: "A function of two variables, as in: three-hump-camel",
    completion: SpecificationCompletion.functions.kind)
  var function = "himmelblau"

  @OptionGroup var optimizers: OptimizerOptions

  @Option(
    help: "Starts across and up, one a pixel; small maps are enlarged.",
    transform: CellCount.read)
  var size = CellCount(columns: 600, rows: 600)

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Where the starts are: domain, or ranges as in --window=-2:2,-1:3 (default: domain).",
      valueName: "window"),
    transform: { try WindowRule(spelling: $0) })
  var window: WindowRule?

  @OptionGroup var map: MapOptions

  func run() async throws {
    let console = Console()
    let function = try FunctionName.function(self.function)
    let given = try optimizers.given() ?? GivenOptimizer.list("newton")
    let names = given.map(\.specification.description)
    let window = try fixedWindow()
    let maps = try given.map {
      try BasinMap(
        function, $0.settings, x: window?.x, y: window?.y, columns: size.columns, rows: size.rows,
        steps: map.steps)
    }
    let formats = map.formats
    let files = MapFiles.names(names)
    let path = map.output ?? "output/map-basins-\(function.folderName)"
    try await OutputFolder.fill(path, with: subject(maps), reporter: console) { folder in
      for (i, map) in maps.enumerated() {
        let basins = try await map.computed(workers: self.map.workers, reporter: console)
        if i > 0 { print() }
        print(BasinTable.text(basins, named: names[i]))
        let picture = BasinFigure(basins, colors: self.map.colors).picture
        try MapFiles.write(formats, picture, to: folder, named: files[i]) {
          BasinCSV.bytes(basins)
        }
      }
    }
    let written = files.joined(separator: ", ")
    print(TerminalText.line("\(path): \(written), as \(formats.spelling)"))
  }

  /// The window that is given; nil for the domain.
  private func fixedWindow() throws -> Window? {
    switch window {
    case nil, .domain: return nil
    case .fixed(let window): return window
    case .auto, .fit, .strip:
      throw Failure(
        .usage,
        "--window \(window?.spelling ?? ""): a map of starts has no such window; expected domain, "
          + "or x0:x1,y0:y1")
    }
  }

  /// All that tells the maps from others.
  private func subject(_ maps: [BasinMap]) -> String {
    let names = maps.map(\.settings.specification.description).joined(separator: ", ")
    let x = NumberText.short([maps[0].x.lowerBound, maps[0].x.upperBound], atMost: 2)
    let y = NumberText.short([maps[0].y.lowerBound, maps[0].y.upperBound], atMost: 2)
    return "the basins of \(names) on \(maps[0].function.specification), \(size.spelling) "
      + "starts in (\(x)) x (\(y)), \(map.steps) steps"
  }
}
