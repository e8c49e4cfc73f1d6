import ArgumentParser
import DescentKit

/// Which steps are recorded.
struct RecordOption: ParsableArguments {
  @Option(
    name: .customLong("record"),
    help: ArgumentHelp(
      "Steps to record: all, log, crossings (log, and where the excess crosses a twentieth of a "
        + "decade), every:K, or a list.",
      valueName: "all|log|0,1,2"),
    transform: { try Cadence(spelling: $0) })
  var cadence: Cadence?
}
