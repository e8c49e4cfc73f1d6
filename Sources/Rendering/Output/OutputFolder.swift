import Foundation
import Synchronization

/// A folder of files that appear together once all are written, or not at all.
///
/// Files gather in a hidden folder beside the target. Files of an earlier run are replaced; files
/// that Descent did not write, or that are no longer as it wrote them, are never touched. Any thread
/// may write.
public final class OutputFolder: Sendable {
  private let target: URL
  private let staging: URL
  /// Folders above the target that were not there before, the innermost first.
  private let newParents: [URL]
  /// What an earlier run left in the target.
  private let earlier: [String: Set<FileMark>]
  private let written = Mutex<[String: FileMark]>([:])
  /// What the files are of, in words.
  private let subject: String?
  /// What those of the earlier run are of, if it said so.
  public let earlierSubject: String?

  /// Prepares to fill the folder at a path with what a subject says in words; folders above it are
  /// made on demand.
  public init(at path: String, subject: String? = nil) throws(OutputError) {
    guard !path.isEmpty else { throw .badName(path) }
    // Beside what a link leads to, lest files have to move to another disk.
    target = URL(fileURLWithPath: path, isDirectory: true).standardizedFileURL
      .resolvingSymlinksInPath()
    if let isFolder = Files.isFolder(target), !isFolder { throw .notAFolder(target.path) }
    newParents = Self.missingParents(of: target)
    let manifest = try OutputManifest(of: target)
    (earlier, earlierSubject) = (manifest?.files ?? [:], manifest?.subject)
    self.subject = subject
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
    _ path: String, subject: String? = nil, _ body: (OutputFolder) async throws -> Result
  ) async throws -> Result {
    let folder = try OutputFolder(at: path, subject: subject)
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
    let mark = FileMark(of: bytes)
    written.withLock { $0[name] = mark }
  }

  /// Moves everything written to the target, removes what else an earlier run left there, and
  /// lists the files in a manifest.
  public func publish() throws(OutputError) {
    let files = written.withLock { $0 }
    if Files.isFolder(target) == nil {
      try writeManifest(files.mapValues { [$0] }, in: staging)
      try Files.rename(staging, to: target)
      return
    }
    for name in files.keys.sorted() { try checkIsFree(name) }
    try replace(by: files)
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
  private func replace(by files: [String: FileMark]) throws(OutputError) {
    let marks = files.mapValues { Set([$0]) }
    let stale = earlier.keys.filter { files[$0] == nil && isUnchanged($0) }
    try writeManifest(earlier.merging(marks) { $0.isEmpty ? [] : $0.union($1) }, in: target)
    for name in files.keys.sorted() {
      let place = target.appendingPathComponent(name)
      if name.contains("/") { try Files.makeFolder(place.deletingLastPathComponent()) }
      try Files.rename(staging.appendingPathComponent(name), to: place)
    }
    for name in stale { try Files.remove(name, from: target) }
    // What somebody changed stays Descent's, lest the next run calls it foreign.
    let changed = earlier.filter { name, _ in
      files[name] == nil && Files.isFolder(target.appendingPathComponent(name)) == false
    }
    try writeManifest(changed.merging(marks) { $1 }, in: target)
  }

  /// The manifest replaces the one before in a single step.
  private func writeManifest(
    _ files: [String: Set<FileMark>], in folder: URL
  ) throws(OutputError) {
    let draft = staging.appendingPathComponent(OutputManifest.fileName)
    try Files.write(OutputManifest(files: files, subject: subject).encoded(), to: draft)
    let place = folder.appendingPathComponent(OutputManifest.fileName)
    if place != draft { try Files.rename(draft, to: place) }
  }

  /// Whether a file of the earlier run is as that wrote it.
  private func isUnchanged(_ name: String) -> Bool {
    guard let marks = earlier[name], !marks.isEmpty else { return earlier[name] != nil }
    return FileMark(at: target.appendingPathComponent(name)).map(marks.contains) ?? false
  }

  /// Neither a file of this name nor a file in place of its folders may be foreign, and none may
  /// have been changed.
  private func checkIsFree(_ name: String) throws(OutputError) {
    var place = target
    let parts = name.split(separator: "/")
    for (depth, part) in parts.enumerated() {
      place.appendPathComponent(String(part))
      guard let isFolder = Files.isFolder(place) else { return }
      if depth < parts.count - 1, isFolder { continue }
      guard !isFolder, depth == parts.count - 1, earlier[name] != nil else {
        throw .foreign(place.path)
      }
    }
    guard isUnchanged(name) else { throw .changed(place.path) }
  }
}
