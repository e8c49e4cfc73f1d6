import ArgumentParser
import DescentKit

struct MapCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "map",
    abstract: "Map where optimizers end, or what their settings do.",
    discussion: """
        descent map basins himmelblau --optimizer newton
        descent map stability quadratic:condition=20 --optimizer momentum
        descent map tuning mlp --optimizer momentum --over lr=0.001..1 --over hidden=1..16
      """,
    subcommands: [BasinsCommand.self, StabilityCommand.self, TuningCommand.self],
    defaultSubcommand: BasinsCommand.self)
}
