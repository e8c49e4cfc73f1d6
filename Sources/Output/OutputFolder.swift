import Foundation
import Synchronization

/// A folder of files that appear together once all are written, or not at all.
///
/// Files gather in a hidden folder beside the target, or in it where it is there. Files of an
/// earlier run are replaced; files that Descent did not write, or that are no longer as it wrote
/// them, are never touched, and no link is followed out of the target. Any thread may write, but of
/// several folders with one target, in whichever processes, only the first.
public final class OutputFolder: Sendable {
  /// The files written so far, and where they wait; nil once they are published or given up.
  private struct Work: Sendable {
    var room: StagingRoom
    var written: [String: FileMark] = [:]
  }

  private let target: URL
  private let work: Mutex<Work?>
  private let undoing = Mutex<Int?>(nil)
  /// What an earlier run left in the target.
  private let earlier: [String: Set<FileMark>]
  /// What the files are of, in words.
  private let subject: String?
  /// What those of the earlier run are of, if it said so.
  public let earlierSubject: String?

  /// Prepares to fill the folder at a path with what a subject says in words; folders above it are
  /// made on demand.
  ///
  /// - Throws: where the path is empty or a file, another run fills the folder, or it cannot be
  ///   made.
  public init(at path: String, subject: String? = nil) throws(OutputError) {
    guard !path.isEmpty else { throw .badName(path) }
    // What a link leads to, lest the link is replaced.
    target = Files.place(path, isFolder: true).resolvingSymlinksInPath()
    if let isFolder = Files.isFolder(target), !isFolder { throw .notAFolder(target.path) }
    UnfinishedWork.hold()
    defer { UnfinishedWork.letGo() }
    let room = try StagingRoom(for: target)
    let manifest = try OutputManifest(of: target)
    (earlier, earlierSubject) = (manifest?.files ?? [:], manifest?.subject)
    self.subject = subject
    work = Mutex(Work(room: room))
    let undo = UnfinishedWork.begin { [weak self] in self?.cancel() }
    undoing.withLock { $0 = undo }
  }

  deinit {
    cancel()
  }

  /// Fills a folder and publishes it; if the body throws, nothing is left behind.
  ///
  /// - Throws: what `body` throws, and `OutputError` where the folder cannot be filled or
  ///   published.
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

  /// Writes a file, which may be in folders within: "a/b.png". Fails at once if a foreign file of
  /// this name is in the target, or one of this name was written already.
  ///
  /// - Throws: where the name is no file's, is taken or was written already, the folder is given
  ///   up, or the file cannot be written.
  public func write(_ bytes: [UInt8], named name: String) throws(OutputError) {
    guard OutputManifest.isName(name) else { throw .badName(name) }
    try checkIsFree(name)
    let place = target.appendingPathComponent(name)
    let mark = FileMark(of: bytes)
    let files = try work.withLock { work throws(OutputError) in
      guard work != nil else { throw .withdrawn(target.path) }
      guard work?.written.updateValue(mark, forKey: name) == nil else { throw .twice(place.path) }
      return work?.room.files
    }
    guard let files else { throw .withdrawn(target.path) }
    try makeFolder(of: name, in: files, for: place)
    try Files.write(bytes, to: files.appendingPathComponent(name), for: place)
  }

  /// A place for a draft that is not to be published, on the same disk; gone when the folder is
  /// done.
  ///
  /// - Throws: where the folder is published or given up.
  public func scratch(_ name: String) throws(OutputError) -> URL {
    guard let place = work.withLock({ $0?.room.scratch(name) }) else {
      throw .withdrawn(target.path)
    }
    return place
  }

  /// Moves everything written to the target, removes what else an earlier run left there, and
  /// lists the files in a manifest.
  ///
  /// - Throws: where a foreign file is in the way, a file cannot be moved, or it was done already.
  public func publish() throws(OutputError) {
    try work.withLock { work throws(OutputError) in
      guard let current = work else { throw .withdrawn(target.path) }
      try move(current)
      work = nil
    }
    endWork()
  }

  /// Removes what was written so far, and the folders made for it that are empty. Does nothing
  /// after `publish`.
  public func cancel() {
    work.withLock { $0 = nil }
    endWork()
  }

  private func endWork() {
    undoing.withLock { undo in
      if let id = undo { UnfinishedWork.end(id) }
      undo = nil
    }
  }

  private func move(_ work: Work) throws(OutputError) {
    let files = work.room.files
    if Files.isFolder(target) == nil {
      try writeManifest(work.written.mapValues { [$0] }, by: files, in: files)
      try Files.rename(files, to: target)
      return
    }
    // Whoever made the target meanwhile, there is one at a time that replaces files in it.
    let inner = work.room.isInside ? nil : try StagingRoom(for: target, inside: true)
    try withExtendedLifetime(inner) { () throws(OutputError) in
      for name in work.written.keys.sorted() { try checkIsFree(name) }
      try replace(by: work.written, from: files)
    }
  }

  /// While files move, the manifest lists old and new ones, so that an interrupted run can be
  /// repeated.
  private func replace(by files: [String: FileMark], from stage: URL) throws(OutputError) {
    let marks = files.mapValues { Set([$0]) }
    let stale = earlier.keys.filter { files[$0] == nil && isUnchanged($0) }
    let both = earlier.merging(marks) { $0.isEmpty ? [] : $0.union($1) }
    try writeManifest(both, by: stage, in: target)
    for name in files.keys.sorted() {
      let place = target.appendingPathComponent(name)
      try makeFolder(of: name, in: target, for: place)
      try Files.rename(stage.appendingPathComponent(name), to: place)
    }
    for name in stale {
      try Files.remove(target.appendingPathComponent(name))
      // The system keeps those that are not empty.
      for folder in Self.folders(of: name).reversed() {
        rmdir(target.appendingPathComponent(folder).path)
      }
    }
    // What somebody changed stays Descent's, lest the next run calls it foreign.
    let changed = earlier.filter { name, _ in
      files[name] == nil && Files.isFolder(target.appendingPathComponent(name)) == false
    }
    try writeManifest(changed.merging(marks) { $1 }, by: stage, in: target)
  }

  /// The manifest replaces the one before in a single step.
  private func writeManifest(
    _ files: [String: Set<FileMark>], by stage: URL, in folder: URL
  ) throws(OutputError) {
    let draft = stage.appendingPathComponent(OutputManifest.fileName)
    try Files.write(OutputManifest(files: files, subject: subject).encoded(), to: draft)
    let place = folder.appendingPathComponent(OutputManifest.fileName)
    if place != draft { try Files.rename(draft, to: place) }
  }

  /// The folders within in which a file is, the outermost first: "a" and "a/b" of "a/b/c.png".
  private static func folders(of name: String) -> [String] {
    let parts = name.split(separator: "/").dropLast()
    return parts.indices.map { parts[...$0].joined(separator: "/") }
  }

  private func makeFolder(
    of name: String, in root: URL, for place: URL
  ) throws(OutputError) {
    guard let folder = Self.folders(of: name).last else { return }
    try Files.makeFolder(root.appendingPathComponent(folder), for: place)
  }

  /// Throws where a folder within is something else, as a link that leads elsewhere.
  private func requireFolders(of name: String) throws(OutputError) {
    for folder in Self.folders(of: name) {
      let place = target.appendingPathComponent(folder)
      guard [.nothing, .folder].contains(Files.kind(of: place)) else {
        throw .foreign(place.path)
      }
    }
  }

  /// Whether a file of the earlier run is as that wrote it.
  private func isUnchanged(_ name: String) -> Bool {
    guard let marks = earlier[name], (try? requireFolders(of: name)) != nil else { return false }
    let place = target.appendingPathComponent(name)
    guard !marks.isEmpty else { return Files.kind(of: place) == .file }
    return FileMark(at: place).map(marks.contains) ?? false
  }

  /// No file of this name may be foreign, and none may have been changed.
  private func checkIsFree(_ name: String) throws(OutputError) {
    try requireFolders(of: name)
    let place = target.appendingPathComponent(name)
    let kind = Files.kind(of: place)
    guard kind != .nothing else { return }
    guard kind != .folder, earlier[name] != nil else { throw .foreign(place.path) }
    guard isUnchanged(name) else { throw .changed(place.path) }
  }
}
