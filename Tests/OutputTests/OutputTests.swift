import Foundation
import Testing

@testable import Output

@Suite final class OutputTests {
  let base = FileManager.default.temporaryDirectory
    .appendingPathComponent("descent-tests-\(UUID().uuidString)", isDirectory: true)
  var target: URL { base.appendingPathComponent("out", isDirectory: true) }

  deinit {
    try? FileManager.default.removeItem(at: base)
  }

  @Test func filesAppearTogether() throws {
    let folder = try OutputFolder(at: target.path)
    try folder.write([1, 2], named: "b.png")
    try folder.write([3], named: "a.png")
    #expect(!FileManager.default.fileExists(atPath: target.path))
    try folder.publish()
    #expect(try contents(of: "b.png") == [1, 2])
    #expect(try contents(of: "a.png") == [3])
    #expect(try listing(base) == ["out"])
    let manifest = try #require(try OutputManifest(of: target))
    #expect(
      manifest.files == ["b.png": [FileMark(of: [1, 2])], "a.png": [FileMark(of: [3])]])
  }

  @Test func linksAreFollowed() throws {
    let real = base.appendingPathComponent("elsewhere/real", isDirectory: true)
    try FileManager.default.createDirectory(at: real, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(at: target, withDestinationURL: real)
    try fill(["a": 1])
    #expect(try listing(real) == ["a", "descent.json"])
    #expect(try listing(base) == ["elsewhere", "out"])
  }

  @Test func ownFilesAreReplacedAndRemoved() throws {
    try fill(["a": 1, "b": 1, "c": 1])
    try fill(["b": 2, "d": 2])
    #expect(try listing(target) == ["b", "d", "descent.json"])
    #expect(try contents(of: "b") == [2])
    #expect(try listing(base) == ["out"])
  }

  @Test func foreignFilesStay() throws {
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try Data([7]).write(to: target.appendingPathComponent("mine"))
    try fill(["a": 1])
    #expect(throws: OutputError.self) { try fill(["mine": 2]) }
    #expect(try contents(of: "mine") == [7])
    #expect(try contents(of: "a") == [1])
    #expect(try listing(base) == ["out"])
  }

  /// Something put in place of a file of ours is told from it, whatever its size, whether the file
  /// would be replaced or removed.
  @Test(arguments: [[7], [7, 8], []] as [[UInt8]], ["a", "b"])
  func whatIsPutInPlaceOfAFileStays(bytes: [UInt8], name: String) throws {
    try fill([name: 1, "other": 1])
    try Data(bytes).write(to: target.appendingPathComponent(name))
    let error = #expect(throws: OutputError.self) { try fill([name: 2, "other": 2]) }
    #expect(error?.description.contains("\(name)' is not as Descent wrote it") == true)
    #expect(try contents(of: name) == bytes)
    #expect(try contents(of: "other") == [1])
    try fill(["other": 2])
    #expect(try contents(of: name) == bytes)
    #expect(try contents(of: "other") == [2])
    #expect(throws: OutputError.self) { try fill([name: 2]) }
    try fill(["other": 3])
    #expect(try contents(of: "other") == [3])
  }

  /// A manifest of names alone, and one of a run that was interrupted while it replaced files.
  @Test(arguments: [
    (#"["a"]"#, true), (#"{"a": ""}"#, true), (#"{"a": "1-0"}"#, false), (#"{"b": "1-0"}"#, false),
    (#"{"a": "1-0 \#(FileMark(of: [7]))"}"#, true), (#"{"a": "\#(FileMark(of: [8]))"}"#, false),
    (#"{"a": "x"}"#, false), (#"{"a": "1-0-0"}"#, false), (#"{"a": "-1-0"}"#, false),
  ])
  func marksSayWhatIsOurs(files: String, isOurs: Bool) throws {
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try Data([7]).write(to: target.appendingPathComponent("a"))
    let manifest = Data(#"{"files": \#(files)}"#.utf8)
    try manifest.write(to: target.appendingPathComponent("descent.json"))
    if isOurs {
      try fill(["a": 1])
    } else {
      #expect(throws: OutputError.self) { try fill(["a": 1]) }
    }
    #expect(try contents(of: "a") == [isOurs ? 1 : 7])
  }

  /// The check value of CRC-32 (ITU-T V.42).
  @Test func marksAreSizeAndChecksum() {
    let mark = FileMark(of: Array("123456789".utf8))
    #expect(mark.description == "9-cbf43926")
    #expect(FileMark("9-cbf43926") == mark)
    #expect(FileMark(of: [UInt8]()).description == "0-0")
  }

  @Test func whatStoodThereIsKnown() throws {
    for (subject, earlier) in [("a race", nil), (nil, "a race"), ("another", nil)] {
      let folder = try OutputFolder(at: target.path, subject: subject)
      #expect(folder.earlierSubject == earlier)
      try folder.write([1], named: "a")
      try folder.publish()
    }
  }

  @Test func aForeignFolderStays() throws {
    let folder = target.appendingPathComponent("a", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    #expect(throws: OutputError.self) { try fill(["a": 1]) }
    #expect(try listing(target) == ["a"])
  }

  @Test func aForeignManifestStays() throws {
    try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
    try Data("{}".utf8).write(to: target.appendingPathComponent("descent.json"))
    #expect(throws: OutputError.self) { try fill(["a": 1]) }
    #expect(try contents(of: "descent.json") == Array("{}".utf8))
  }

  @Test func aFileInPlaceOfTheFolderStays() throws {
    try FileManager.default.createDirectory(at: base, withIntermediateDirectories: true)
    try Data([7]).write(to: base.appendingPathComponent("out"))
    let error = #expect(throws: OutputError.self) { try fill(["a": 1]) }
    #expect(error?.description.contains("out") == true)
    #expect(error?.description.contains("\n") == false)
    #expect(throws: OutputError.self) { try OutputFolder(at: target.path + "/below") }
  }

  @Test func anErrorLeavesNothing() async throws {
    struct Stop: Error {}
    await #expect(throws: Stop.self) {
      try await OutputFolder.fill(target.path) { folder in
        try folder.write([1], named: "a")
        throw Stop()
      }
    }
    #expect(!FileManager.default.fileExists(atPath: base.path))
  }

  @Test func errorsNameThePathAndTheReason() throws {
    let error = #expect(throws: OutputError.self) { try OutputFolder(at: "/dev/null/out") }
    #expect(error?.description.hasPrefix("cannot make the folder '/dev/null/out': ") == true)
    let folder = try OutputFolder(at: target.path)
    let long = String(repeating: "a", count: 300)
    let other = #expect(throws: OutputError.self) { try folder.write([1], named: long) }
    #expect(other?.description.hasPrefix("cannot write '\(target.path)/aaa") == true)
    folder.cancel()
    #expect(!FileManager.default.fileExists(atPath: base.path))
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func aFullDiskIsAnError() {
    let full = URL(fileURLWithPath: "/dev/full")
    let error = #expect(throws: OutputError.self) { try Files.write([1, 2, 3], to: full) }
    #expect(error?.description.contains("free some space") == true)
  }

  @Test(arguments: ["", "../a", "/a", "a/", "a//b", "a/../b", "a\u{0}", ".", "..", "descent.json"])
  func namesStayWithinTheFolder(name: String) throws {
    let folder = try OutputFolder(at: target.path)
    #expect(throws: OutputError.self) { try folder.write([1], named: name) }
  }

  @Test func foldersWithinAreMadeAndRemoved() throws {
    try fill(["a/b/c": 1, "a/d": 1, "e": 1])
    try fill(["a/d": 2, "f/g": 2])
    #expect(try listing(target) == ["a", "descent.json", "f"])
    #expect(try listing(target.appendingPathComponent("a")) == ["d"])
    #expect(try contents(of: "a/d") == [2] && contents(of: "f/g") == [2])
  }

  @Test func linksWithinAreNotFollowed() throws {
    try fill(["a/b": 1])
    let (inner, away) = (target.appendingPathComponent("a"), base.appendingPathComponent("away"))
    try FileManager.default.moveItem(at: inner, to: away)
    try FileManager.default.createSymbolicLink(at: inner, withDestinationURL: away)
    let error = #expect(throws: OutputError.self) { try fill(["a/b": 2]) }
    #expect(error?.description.contains("was not written by Descent") == true)
    #expect(Array(try Data(contentsOf: away.appendingPathComponent("b"))) == [1])
    try fill(["c": 2])
    #expect(try listing(away) == ["b"])
  }

  private func fill(_ files: [String: UInt8]) throws {
    let folder = try OutputFolder(at: target.path)
    for (name, byte) in files { try folder.write([byte], named: name) }
    try folder.publish()
  }

  private func contents(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: target.appendingPathComponent(name)))
  }

  private func listing(_ folder: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }
}

@Suite struct OutputFileTests {
  @Test func aFileIsWrittenOnceAndForeignOnesAreLeftAlone() throws {
    let path = NSTemporaryDirectory() + "descent-file-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try OutputFile.write([1, 2, 3], to: path)
    try OutputFile.write([1, 2, 3], to: path)
    #expect(throws: OutputError.self) { try OutputFile.write([4], to: path) }
    #expect(FileManager.default.contents(atPath: path) == Data([1, 2, 3]))
    let name = URL(fileURLWithPath: path).lastPathComponent
    let files = try FileManager.default.contentsOfDirectory(atPath: NSTemporaryDirectory())
    #expect(!files.contains { $0.hasPrefix(".\(name)") })
  }

  /// Whether a file can be written shows before it is.
  @Test(arguments: [
    ("file", true), ("coming/file", true), ("coming/deep/file", true), ("missing/file", false),
    ("taken/file", false), ("taken", false), ("same", true), ("comings/file", false), ("", false),
  ])
  func aPlaceIsTriedBefore(name: String, isFree: Bool) throws {
    let base = NSTemporaryDirectory() + "descent-place-\(UUID().uuidString)/"
    defer { try? FileManager.default.removeItem(atPath: base) }
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: false)
    try OutputFile.write([9], to: base + "taken")
    try OutputFile.write([1], to: base + "same")
    func check() throws {
      try OutputFile.requireFree(base + name, for: [1], besides: base + "coming/deep")
    }
    if isFree {
      try check()
    } else {
      #expect(throws: OutputError.self) { try check() }
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: base).sorted() == ["same", "taken"])
  }

  @Test func aMissingFolderIsAnError() {
    #expect(throws: OutputError.self) {
      try OutputFile.write([1], to: "/nowhere-\(UUID().uuidString)/file.png")
    }
  }
}

@Suite struct OutputParentTests {
  /// Folders made on the way go with what was in them; those that were there stay.
  @Test func cancelledFoldersLeaveNothing() async throws {
    let base = NSTemporaryDirectory() + "descent-parents-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(atPath: base) }
    let folder = try OutputFolder(at: base + "/a/b/c")
    try folder.write([1], named: "x")
    folder.cancel()
    #expect(try FileManager.default.contentsOfDirectory(atPath: base).isEmpty)
    let kept = try OutputFolder(at: base + "/a/b/c")
    try kept.write([1], named: "x")
    try kept.publish()
    kept.cancel()
    #expect(FileManager.default.fileExists(atPath: base + "/a/b/c/x"))
  }
}
