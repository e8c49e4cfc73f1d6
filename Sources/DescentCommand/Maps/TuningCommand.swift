import ArgumentParser
import DescentKit

struct TuningCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tuning",
    abstract: "Over two settings of an optimizer or a function: the loss, and two searches on it.",
    discussion: """
      Marks a grid of 5x4 trials and a random search of 20 on the map and tells the best of each.
      Writes a picture and a CSV file into output/map-tuning-FUNCTION.
        descent map tuning mlp --optimizer momentum --over lr=0.001..1 --over hidden=1..16
      """)

  @Argument(
    help: "Function, as in: mlp:data=moons", completion: SpecificationCompletion.functions.kind)
  var function = "rosenbrock"

  @Option(
    help: ArgumentHelp("Optimizer, as in: adam:beta2=0.99", valueName: "spec"),
    completion: SpecificationCompletion.optimizers.kind)
  var optimizer = "momentum"

  @Option(help: "Cells across and up; they are enlarged.", transform: CellCount.read)
  var size = CellCount(columns: 40, rows: 40)

  @OptionGroup var options: ParameterOptions

  /// Trials of the grid, across and up.
  private static let grid = (across: 5, up: 4)

  func run() async throws {
    let map = try options.parameterMap(function, optimizer, size: size)
    try await options.write(
      map, kind: "tuning", named: "tuning",
      searching: {
        [
          try map.grid(Self.grid.across, Self.grid.up),
          try map.random(Self.grid.across * Self.grid.up),
        ]
      }
    ) { ParameterTable.text(map, $0, $1) }
  }
}
