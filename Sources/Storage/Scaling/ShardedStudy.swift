import Foundation
import Output

/// A study that calls of the program make in shares, each into a store of its own, and a call that
/// merges them.
///
///     ShardedStudy(
///       program: "/usr/bin/descent", arguments: ["mgh", "--optimizer", "bfgs"],
///       store: "mgh.sqlite", shards: 8, folder: "/home/me/study")
public struct ShardedStudy: Hashable, Sendable {
  /// The path of the program.
  public let program: String
  /// What `descent bench` is given, but for the store, the share and the workers.
  public let arguments: [String]
  /// The store in which all is merged, as seen from `folder`; those of the shares are beside it:
  /// of "mgh.sqlite" the second is "mgh-2.sqlite".
  public let store: String
  /// How many shares, 1 or more.
  public let shards: Int
  /// How many runs at a time in each share, 1 or more.
  public let workers: Int
  /// Where the calls are made.
  public let folder: String

  /// - Parameters:
  ///   - arguments: what `descent bench` is given, but for the store, the share and the workers.
  ///   - shards: 1 or more.
  ///   - workers: how many runs at a time in each share, 1 or more.
  ///   - folder: where the calls are made; the current one unless given.
  public init(
    program: String, arguments: [String], store: String, shards: Int, workers: Int = 1,
    folder: String = FileManager.default.currentDirectoryPath
  ) {
    precondition(shards >= 1 && workers >= 1, "\(shards) shares, \(workers) workers")
    (self.program, self.arguments, self.store) = (program, arguments, store)
    (self.shards, self.workers, self.folder) = (shards, workers, folder)
  }

  /// The store's path without what follows the last dot of its name.
  var stem: String { String(store.dropLast(ending.count)) }

  /// What follows, with the dot.
  var ending: String {
    let name = store.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return "" }
    return String(name[dot...])
  }

  /// Where a scheduler's script and its logs are, from the root.
  func logFolder(of scheduler: String) -> String {
    let path = "\(stem)-\(scheduler)"
    return path.hasPrefix("/") ? path : "\(folder)/\(path)"
  }

  /// The line of a shell that makes the share whose number `variable` has.
  func shareCall(_ variable: String) -> String {
    call(
      "bench --shard \"$\(variable)/\(shards)\" --store "
        + "\(quoted(stem + "-"))\"$\(variable)\"\(quoted(ending)) --jobs \(workers)", arguments)
  }

  /// That which merges the shares. Bash makes the stores' names of the braces.
  var mergeCall: String {
    let numbers = shards == 1 ? "1" : "{1..\(shards)}"
    return call(
      "merge \(quoted(stem + "-"))\(numbers)\(quoted(ending)) --store \(quoted(store))")
  }

  /// That which tells how many runs the merged store has not.
  var missingCall: String { call("bench --dry-run --store \(quoted(store))", arguments) }

  private func call(_ words: String, _ rest: [String] = []) -> String {
    ([quoted(program), words] + rest.map(quoted)).joined(separator: " ")
  }

  private func quoted(_ word: String) -> String { word.isEmpty ? "" : ShellWord.quoted(word) }
}
