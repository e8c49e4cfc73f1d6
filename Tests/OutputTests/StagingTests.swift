import Foundation
import Testing

@testable import Output

/// Who may write into a folder, and what is left when one who does is stopped.
@Suite final class StagingTests {
  let base = FileManager.default.temporaryDirectory
    .appendingPathComponent("descent-staging-\(UUID().uuidString)", isDirectory: true)
  var target: URL { base.appendingPathComponent("out", isDirectory: true) }

  init() throws {
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: base)
  }

  /// The second is told, whether the folder is there or not, and leaves the first alone.
  @Test(arguments: [false, true]) func oneWritesAtATime(isThere: Bool) throws {
    if isThere { try fill("before") }
    let first = try OutputFolder(at: target.path)
    try first.write([1], named: "a")
    let error = #expect(throws: OutputError.self) { try fill("b") }
    #expect(error?.description.contains("is being written by another run") == true)
    try first.publish()
    #expect(try listing(target) == ["a", "descent.json"])
    try fill("b")
    #expect(try listing(target) == ["b", "descent.json"])
    #expect(try listing(base) == ["out"])
  }

  /// What nobody holds the lock of is cleared away, beside a target and within it.
  @Test(arguments: [".out.partial", "out/.descent.partial"])
  func whatAKilledRunLeftIsCleared(room: String) throws {
    let left = base.appendingPathComponent(room + "/files", isDirectory: true)
    try FileManager.default.createDirectory(at: left, withIntermediateDirectories: true)
    for name in ["../descent.lock", "stale", "../race.mp4"] {
      try Data().write(to: left.appendingPathComponent(name))
    }
    try fill("a")
    #expect(try listing(base) == ["out"])
    #expect(try listing(target) == ["a", "descent.json"])
  }

  /// A folder of the name without a lock is somebody's.
  @Test func aForeignFolderOfTheNameStays() throws {
    let mine = base.appendingPathComponent(".out.partial/mine", isDirectory: true)
    try FileManager.default.createDirectory(at: mine, withIntermediateDirectories: true)
    #expect(throws: OutputError.self) { try fill("a") }
    #expect(try listing(base.appendingPathComponent(".out.partial")) == ["mine"])
    #expect(try listing(base) == [".out.partial"])
  }

  /// Names that hide folders of others are no rooms either.
  @Test func othersOfLikeNamesStay() throws {
    let names = [".out.partial-99999-keep", ".out.partialx"]
    for name in names {
      try FileManager.default.createDirectory(
        at: base.appendingPathComponent(name), withIntermediateDirectories: false)
    }
    try fill("a")
    #expect(try listing(base) == names + ["out"])
  }

  @Test func aLinkInPlaceOfTheRoomIsNotEntered() throws {
    let other = base.appendingPathComponent("other", isDirectory: true)
    try FileManager.default.createDirectory(at: other, withIntermediateDirectories: false)
    try Data([1]).write(to: other.appendingPathComponent("descent.lock"))
    try Data([1]).write(to: other.appendingPathComponent("mine"))
    try FileManager.default.createSymbolicLink(
      at: base.appendingPathComponent(".out.partial"), withDestinationURL: other)
    #expect(throws: OutputError.self) { try fill("a") }
    #expect(try listing(other) == ["descent.lock", "mine"])
  }

  /// A manifest made by hand can lead nowhere else.
  @Test(arguments: [#"["sub/../a.txt"]"#, #"["../a.txt"]"#, #"["."]"#, #"[".descent.partial"]"#])
  func aManifestNamesFilesOfItsFolder(files: String) throws {
    let outside = base.appendingPathComponent("outside", isDirectory: true)
    try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: false)
    try Data([7]).write(to: outside.appendingPathComponent("a.txt"))
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      at: target.appendingPathComponent("sub"), withDestinationURL: outside)
    let manifest = target.appendingPathComponent("descent.json")
    try Data(#"{"files": \#(files)}"#.utf8).write(to: manifest)
    #expect(throws: OutputError.self) { try fill("b") }
    #expect(try listing(outside) == ["a.txt"])
    #expect(try listing(target) == ["descent.json", "sub"])
  }

  /// What an earlier run left and nobody may remove does not come into the target.
  @Test(.enabled(if: getuid() != 0)) func aRoomThatCannotBeClearedIsNotUsed() throws {
    let room = base.appendingPathComponent(".out.partial", isDirectory: true)
    let files = room.appendingPathComponent("files", isDirectory: true)
    try FileManager.default.createDirectory(at: files, withIntermediateDirectories: true)
    for place in [room.appendingPathComponent("descent.lock"), files.appendingPathComponent("b")] {
      try Data([1]).write(to: place)
    }
    chmod(files.path, 0o555)
    defer { chmod(files.path, 0o755) }
    #expect(throws: OutputError.self) { try fill("a") }
    #expect(try listing(base) == [".out.partial"])
  }

  /// A link put in place of a file is not that file, whatever it leads to.
  @Test func aLinkIsNoFileOfOurs() throws {
    try fill("a")
    let (place, other) = (target.appendingPathComponent("a"), base.appendingPathComponent("other"))
    try FileManager.default.moveItem(at: place, to: other)
    try FileManager.default.createSymbolicLink(at: place, withDestinationURL: other)
    #expect(throws: OutputError.self) { try fill("a") }
    try fill("b")
    #expect(try listing(target) == ["a", "b", "descent.json"])
    #expect(FileManager.default.contents(atPath: other.path) == Data([1]))
  }

  /// A folder whose parent nobody may write into, as --output . can be.
  @Test(.enabled(if: getuid() != 0)) func aParentNeedNotBeWritable() throws {
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    chmod(base.path, 0o555)
    defer { chmod(base.path, 0o755) }
    try fill("a")
    #expect(try listing(target) == ["a", "descent.json"])
  }

  /// What is there already is written within it, so that nothing has to change disks.
  @Test func whatIsThereIsFilledFromWithin() throws {
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: false)
    let folder = try OutputFolder(at: target.path)
    #expect(try listing(target) == [".descent.partial"])
    #expect(try listing(base) == ["out"])
    folder.cancel()
    #expect(try listing(target).isEmpty)
  }

  @Test func aFolderThatIsGivenUpTakesNothingMore() throws {
    let folder = try OutputFolder(at: target.path)
    folder.cancel()
    #expect(throws: OutputError.self) { try folder.write([1], named: "a") }
    #expect(throws: OutputError.self) { try folder.publish() }
    #expect(throws: OutputError.self) { try folder.scratch("a") }
    #expect(try listing(base).isEmpty)
  }

  @Test func aNameIsWrittenOnce() throws {
    let folder = try OutputFolder(at: target.path)
    try folder.write([1], named: "a")
    let error = #expect(throws: OutputError.self) { try folder.write([2], named: "a") }
    #expect(error?.description.contains("is written twice") == true)
  }

  @Test func draftsAreNotPublished() throws {
    let folder = try OutputFolder(at: target.path)
    try folder.write([1], named: "a")
    try Data([2]).write(to: try folder.scratch("film"))
    try folder.publish()
    #expect(try listing(target) == ["a", "descent.json"])
    #expect(try listing(base) == ["out"])
  }

  /// A tilde is a letter.
  @Test func pathsAreTakenAsTheyStand() {
    let here = FileManager.default.currentDirectoryPath
    #expect(Files.place("~/x").path == here + "/~/x")
    #expect(Files.place("a/../b").path == here + "/b")
    #expect(Files.place("/a/./b").path == "/a/b")
  }

  private func fill(_ name: String) throws {
    let folder = try OutputFolder(at: target.path)
    try folder.write([1], named: name)
    try folder.publish()
  }

  private func listing(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}
