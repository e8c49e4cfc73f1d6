import ArgumentParser
import DescentKit
import Foundation

/// How many things are done at a time, where results do not depend on it.
struct JobsOption: ParsableArguments {
  @Option(
    name: .customLong("jobs"),
    help: "Workers; as many as the machine has cores unless given.", range: .from(1, to: 256))
  var jobs: Int?

  var workers: Int { jobs ?? ProcessInfo.processInfo.activeProcessorCount }
}
