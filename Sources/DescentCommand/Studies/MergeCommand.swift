import ArgumentParser
import DescentKit
import Foundation

struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put the runs of several stores into one.",
    discussion: """
      Runs that are in several are kept once. A store that cannot be read is told, and the others
      are merged.
        descent merge one.sqlite two.sqlite --store all.sqlite
      """)

  @Argument(help: "Stores that descent bench made.")
  var stores: [String]

  @Option(help: "File that gets the runs; it is made where it is not there.")
  var store: String

  func run() throws {
    var target: StudyStore?
    var failures: [SpecificationError] = []
    for path in stores {
      do {
        if isTarget(path) {
          print(TerminalText.line("\(path): the store itself"))
          target = try target ?? opened()
          continue
        }
        let source = try StudyStore(reading: path)
        // Where no store can be read none is made.
        let runs = try target ?? opened()
        target = runs
        try merge(source, into: runs)
        try source.close()
      } catch let error as SpecificationError {
        failures.append(error)
      }
    }
    if let target {
      print(TerminalText.line("\(store): \(try target.count()) runs"))
      try target.close()
    }
    failures.dropLast().forEach { StandardError.say($0.description) }
    if let failure = failures.last { throw failure }
  }

  /// Whether a source is what gets the runs: opened twice, it would lose its locks.
  private func isTarget(_ path: String) -> Bool {
    let places = [path, store].map { URL(fileURLWithPath: $0).resolvingSymlinksInPath().path }
    return places[0] == places[1] && FileManager.default.fileExists(atPath: path)
  }

  /// The store that gets the runs, without which nothing can be done.
  private func opened() throws -> StudyStore {
    do {
      return try StudyStore(writingTo: store)
    } catch let error as SpecificationError {
      throw Failure(.badData, error.description)
    }
  }

  private func merge(_ source: StudyStore, into target: StudyStore) throws {
    let (added, differing) = try target.merge(source, reporter: Console())
    print(TerminalText.line("\(source.path): \(added) new runs"))
    if differing > 0 {
      Console().warn(
        "\(differing) runs of '\(source.path)' are in '\(store)' with other numbers, which stay: "
          + "they come from another machine or library")
    }
  }
}
