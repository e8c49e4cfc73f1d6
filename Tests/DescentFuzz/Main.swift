import ArgumentParser
import DescentCommand
import Foundation

/// Feeds random inputs to everything in Descent that reads what a user wrote.
///
/// An input must end in a result or in one line with a documented exit code: never in a trap, in a
/// message that is no line, or after more than a few seconds. The same seed gives the same inputs.
@main
struct Fuzz: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "DescentFuzz",
    abstract: "Feed random inputs to every reader of Descent.",
    discussion: """
        swift run -c release DescentFuzz --count 2000 --seed 7
        swift run -c release DescentFuzz recordings --seed 7 --only 1234
      """)

  @Argument(help: "Readers: \(Reader.allCases.map(\.rawValue).joined(separator: ", ")).")
  var readers: [Reader] = []

  @Option(help: "Inputs for each reader.")
  var count = 2000

  @Option(help: "Seed of the inputs.")
  var seed: UInt64 = 1

  @Option(help: "Seconds of processor time that an input may take.")
  var limit = 5.0

  @Option(help: "Processes at a time.")
  var jobs = ProcessInfo.processInfo.activeProcessorCount

  @Option(help: "Show one input and how it ends, in this process.")
  var only: Int?

  @Option(help: .private)
  var work: Int?

  @Option(help: .private)
  var step = 1

  func run() async throws {
    let chosen = readers.isEmpty ? Reader.allCases : readers
    if let work {
      for reader in chosen {
        try await Worker(seed: seed, reader: reader, limit: limit)
          .run(stride(from: work, to: count, by: step))
      }
    } else if let only {
      for reader in chosen { try await show(only, of: reader) }
    } else {
      try await supervise(chosen)
    }
  }

  private func supervise(_ readers: [Reader]) async throws {
    var isFaulty = false
    for reader in readers {
      let faults = await Supervisor(
        seed: seed, reader: reader, count: count, limit: limit, jobs: max(1, jobs)
      ).faults()
      print("\(reader.rawValue): \(count) inputs, \(faults.count) faults")
      for fault in faults {
        print("  \(fault.text)")
        print("    again: DescentFuzz \(reader.rawValue) --seed \(seed) --only \(fault.index)")
      }
      isFaulty = isFaulty || !faults.isEmpty
    }
    if isFaulty { throw ExitCode.failure }
  }

  private func show(_ index: Int, of reader: Reader) async throws {
    var scratch = try Scratch()
    defer { scratch.remove() }
    if reader == .recordings { try await scratch.record() }
    let call = try reader.call(seed: seed, index: index, in: scratch)
    print("descent " + call.map { "'\(Worker.visible($0))'" }.joined(separator: " "))
    for argument in call where argument.hasPrefix(scratch.folder.path) {
      guard let data = FileManager.default.contents(atPath: argument) else { continue }
      print("\(argument):\n\(Worker.visible(String(decoding: data, as: UTF8.self)))")
    }
    print("exit code \(await Program.run(call))")
  }
}

extension Reader: ExpressibleByArgument {}
