import ArgumentParser
import DescentKit

struct Descent: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "descent",
    abstract: "Race optimizers down test functions; measure and draw what they do.",
    discussion: """
      Functions, optimizers and schedules are named by specifications: name:key=value,key=value.
        descent race                                   the lecture's race
        descent race himmelblau --optimizer sgd,adam:lr=0.1 --start 0,0
        descent measure rosenbrock --optimizer sgd:lr=0.001,adam:lr=0.02,bfgs --steps 500
      Descent's exit codes: 0 done, 64 usage, 65 bad data, 66 missing input, 70 internal,
      73 output can't be written, 130 interrupted.
      """,
    version: DescentVersion.current,
    subcommands: [
      Race.self, PlayCommand.self, Render.self, LectureCommand.self, MapCommand.self,
      Measure.self, RunCommand.self, Bench.self, Report.self, Tune.self, Merge.self, Export.self,
      Import.self, Evaluate.self, List.self, Show.self, SchemaCommand.self,
    ])

  /// A mistyped command is told by the nearest ones.
  static func requireCommand(_ arguments: [String]) throws(SpecificationError) {
    let isHelp = arguments.first == "help"
    let words = isHelp ? arguments.dropFirst() : arguments[...]
    guard let name = words.first, !name.hasPrefix("-") else { return }
    let names = configuration.subcommands.map { $0._commandName } + ["help"]
    guard names.contains(name) else { throw .unknown("command", name, among: names) }
    let command = configuration.subcommands.first { $0._commandName == name }
    let parts = command?.configuration.subcommands.map { $0._commandName } ?? []
    if !parts.isEmpty, let part = words.dropFirst().first, !part.hasPrefix("-"),
      !parts.contains(part)
    {
      throw .unknown(name, part, among: parts)
    }
    guard isHelp, let more = words.dropFirst(parts.isEmpty ? 1 : 2).first else { return }
    throw SpecificationError("'\(more)' is one word too many; expected help \(name)")
  }
}
