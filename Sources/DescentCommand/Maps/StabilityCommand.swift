import ArgumentParser
import DescentKit

struct StabilityCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stability",
    abstract: "Over two settings of an optimizer: what it comes to, and where it diverges.",
    discussion: """
      Writes a picture and a CSV file into output/map-stability-FUNCTION. On a quadratic the border
      that theory gives for gradient descent and momentum is drawn over what was measured.
        descent map stability quadratic:condition=20 --optimizer momentum \\
          --over lr=0.001..4 --over momentum=0..0.99
      """)

  @Argument(
    help: "Function, as in: quadratic:condition=20",
    completion: SpecificationCompletion.functions.kind)
  var function = "quadratic:condition=20"

  @Option(
    help: ArgumentHelp("Optimizer, as in: momentum:lr-placement=outside", valueName: "spec"),
    completion: SpecificationCompletion.optimizers.kind)
  var optimizer = "momentum"

  @Option(help: "Cells across and up; they are enlarged.", transform: CellCount.read)
  var size = CellCount(columns: 80, rows: 80)

  @OptionGroup var options: ParameterOptions

  func run() async throws {
    let map = try options.parameterMap(function, optimizer, size: size)
    for axis in [map.across, map.up] where axis.owner == .function {
      throw Failure(
        .usage,
        "--over \(axis.key) is a setting of the function; expected one of \(optimizer), or descent "
          + "map tuning")
    }
    try await options.write(map, kind: "stability", named: "stability") { trials, _ in
      let diverged = trials.count { $0.isDiverged }
      let best = TuningSearch.best(trials)
      return """
        \(map.function.specification), \(map.settings.specification), \(trials.count) runs
        diverged  \(diverged) of \(trials.count)
        best      \(best.map { ParameterTable.cells($0, map) } ?? "none")
        """
    }
  }
}
