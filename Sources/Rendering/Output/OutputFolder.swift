import Foundation
import Synchronization

/// A folder of files that appear together once all are written, or not at all.
///
/// Files gather in a hidden folder beside the target. Files of an earlier run are replaced; files
/// that Descent did not write are never touched. Any thread may write.
public final class OutputFolder: Sendable {
  private let target: URL
  private let staging: URL
  /// Folders above the target that were not there before, the innermost first.
  private let newParents: [URL]
  /// What an earlier run left in the target.
  private let earlier: Set<String>
  private let written = Mutex<Set<String>>([])

  /// Prepares to fill the folder at a path; folders above it are made on demand.
  public init(at path: String) throws(OutputError) {
    guard !path.isEmpty else { throw .badName(path) }
    // Beside what a link leads to, lest files have to move to another disk.
    target = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
      .resolvingSymlinksInPath()
    if let isFolder = Files.isFolder(target), !isFolder { throw .notAFolder(target.path) }
    newParents = Self.missingParents(of: target)
    earlier = Set(try OutputManifest(of: target)?.files ?? [])
    let stage = StagingName(of: target)
    stage.removeThoseOfDeadProcesses()
    staging = stage.fresh
    try Files.makeFolder(staging, for: target)
  }

  deinit {
    cancel()
  }

  /// Fills a folder and publishes it; if the body throws, nothing is left behind.
  @discardableResult
  public static func fill<Result>(
    _ path: String, _ body: (OutputFolder) async throws -> Result
  ) async throws -> Result {
    let folder = try OutputFolder(at: path)
    do {
      let result = try await body(folder)
      try folder.publish()
      return result
    } catch {
      folder.cancel()
      throw error
    }
  }

  /// Writes a file; its name may lead through folders. Fails at once if a foreign file of this
  /// name is in the target.
  public func write(_ bytes: [UInt8], named name: String) throws(OutputError) {
    guard OutputManifest.isName(name) else { throw .badName(name) }
    try checkIsFree(name)
    let place = staging.appendingPathComponent(name)
    if name.contains("/") { try Files.makeFolder(place.deletingLastPathComponent()) }
    try Files.write(bytes, to: place, for: target.appendingPathComponent(name))
    written.withLock { _ = $0.insert(name) }
  }

  /// Moves everything written to the target, removes what else an earlier run left there, and
  /// lists the files in a manifest.
  public func publish() throws(OutputError) {
    let names = written.withLock { $0 }
    if Files.isFolder(target) == nil {
      try writeManifest(names, in: staging)
      try Files.rename(staging, to: target)
      return
    }
    for name in names { try checkIsFree(name) }
    try replace(by: names)
    cancel()
  }

  /// Removes what was written so far, and the folders made for it that are empty. Does nothing
  /// after `publish`.
  public func cancel() {
    try? FileManager.default.removeItem(at: staging)
    for folder in newParents { rmdir(folder.path) }
  }

  private static func missingParents(of target: URL) -> [URL] {
    let parents = sequence(first: target.deletingLastPathComponent()) {
      $0.pathComponents.count > 1 ? $0.deletingLastPathComponent() : nil
    }
    return Array(parents.prefix { Files.isFolder($0) == nil })
  }

  /// While files move, the manifest lists old and new ones, so that an interrupted run can be
  /// repeated.
  private func replace(by names: Set<String>) throws(OutputError) {
    try writeManifest(names.union(earlier), in: target)
    for name in names.sorted() {
      let place = target.appendingPathComponent(name)
      if name.contains("/") { try Files.makeFolder(place.deletingLastPathComponent()) }
      try Files.rename(staging.appendingPathComponent(name), to: place)
    }
    for name in earlier.subtracting(names) { try Files.remove(name, from: target) }
    try writeManifest(names, in: target)
  }

  /// The manifest replaces the one before in a single step.
  private func writeManifest(_ names: Set<String>, in folder: URL) throws(OutputError) {
    let draft = staging.appendingPathComponent(OutputManifest.fileName)
    try Files.write(OutputManifest(files: names).encoded(), to: draft)
    let place = folder.appendingPathComponent(OutputManifest.fileName)
    if place != draft { try Files.rename(draft, to: place) }
  }

  /// Neither a file of this name nor a file in place of its folders may be foreign.
  private func checkIsFree(_ name: String) throws(OutputError) {
    var place = target
    let parts = name.split(separator: "/")
    for (depth, part) in parts.enumerated() {
      place.appendPathComponent(String(part))
      guard let isFolder = Files.isFolder(place) else { return }
      if depth < parts.count - 1, isFolder { continue }
      guard !isFolder, depth == parts.count - 1, earlier.contains(name) else {
        throw .foreign(place.path)
      }
    }
  }
}
