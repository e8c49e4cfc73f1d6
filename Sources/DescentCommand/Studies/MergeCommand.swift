import ArgumentParser
import DescentKit

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put the runs of several stores into one.",
    discussion: """
      Runs that are in several are kept once.
        descent merge one.sqlite two.sqlite --store all.sqlite
      """)

  @Argument(help: "Stores that descent bench made.")
  var stores: [String]

  @Option(help: "File that gets the runs; it is made where it is not there.")
  var store: String

  func run() throws {
    let sources = try stores.map { try StudyStore(reading: $0) }
    let target = try StudyStore(writingTo: store)
    for source in sources {
      let (added, differing) = try target.merge(source)
      print(TerminalText.line("\(source.path): \(added) new runs"))
      if differing > 0 {
        Console().warn(
          "\(differing) runs of '\(source.path)' are in '\(store)' with other numbers, which stay: "
            + "they come from another machine or library")
      }
      try source.close()
    }
    print(TerminalText.line("\(store): \(try target.count()) runs"))
    try target.close()
  }
}
