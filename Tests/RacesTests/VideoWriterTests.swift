import Foundation
import Output
import Testing

@testable import Races

/// With programs in ffmpeg's place, for what they do is known.
struct VideoWriterTests {
  /// Larger together than a pipe holds.
  private static let frames = (0..<5).map { [UInt8](repeating: UInt8($0), count: 300_000) }

  private func write(_ script: String) async throws -> [UInt8] {
    try await withWriter(script) { writer in
      try await writer.video { write in
        for frame in Self.frames { try await write(frame) }
      }
    }
  }

  /// In the script, $draft is the file that ffmpeg would write.
  private func withWriter<Result>(
    _ script: String, _ body: (VideoWriter) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "ffmpeg")
    try Data("#!/bin/sh\nfor draft; do :; done\n\(script)\n".utf8).write(to: program)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    let draft = folder.appending(path: "draft.mp4")
    let searchPath = folder.path + ":/usr/bin:/bin"
    let result = try await body(
      VideoWriter(format: .mp4, framesPerSecond: 25, draft: draft, searchPath: searchPath))
    #expect(!FileManager.default.fileExists(atPath: draft.path))
    return result
  }

  @Test(arguments: [
    #"cat >"$draft""#,
    // A warning, and one longer than a pipe holds, before anything is read.
    #"echo odd >&2; cat >"$draft""#,
    #"head -c 1000000 /dev/zero >&2; cat >"$draft""#,
    #"cat >"$draft"; head -c 1000000 /dev/zero >&2"#,
  ])
  func aVideoIsMadeOfAllFrames(script: String) async throws {
    #expect(try await write(script) == Self.frames.flatMap(\.self))
  }

  @Test(arguments: [
    ("echo 'no encoder' >&2; echo more >&2; exit 1", "no encoder"),
    ("cat >/dev/null; echo 'disk full' >&2; exit 1", "disk full"),
    ("head -c 400000 >/dev/null; echo 'bad frame' >&2; exit 1", "bad frame"),
    ("echo closed >&2; exec <&-; sleep 0.1; exit 1", "closed"),
    ("echo long >&2; head -c 1000000 /dev/zero >&2; exit 1", "long"),
    ("exit 1", "it gave no reason"),
    ("kill -9 $$", "it gave no reason"),
    ("cat >/dev/null", "it gave no reason"),
    // A video of some frames only.
    (#"head -c 400000 >"$draft""#, "it gave no reason"),
  ])
  func theFirstLineOfAComplaintIsTold(script: String, reason: String) async throws {
    await #expect(throws: OutputError("ffmpeg could not make the film: \(reason)")) {
      try await write(script)
    }
  }

  private struct Stop: Error {}

  /// It does not wait for more, nor leave a video of the frames so far.
  @Test func anErrorOfTheFramesEndsTheProgram() async throws {
    let script = #"echo $$ >"$draft.pid"; cat >"$draft"; echo whole >"$draft.whole"; sleep 1000"#
    try await withWriter(script) { writer in
      let number = writer.draft.appendingPathExtension("pid")
      await #expect(throws: Stop.self) {
        try await writer.video { write in
          for frame in Self.frames { try await write(frame) }
          throw Stop()
        }
      }
      let child = try #require(
        pid_t(try String(contentsOf: number, encoding: .utf8).dropLast()))
      #expect(kill(child, 0) == -1 && errno == ESRCH)
      let whole = writer.draft.appendingPathExtension("whole")
      #expect(!FileManager.default.fileExists(atPath: whole.path))
    }
  }

  @Test func aMissingProgramIsAnError() async throws {
    try await withWriter("") { writer in
      var writer = writer
      writer.searchPath = "/dev/null"
      await #expect(throws: OutputError.self) { try await writer.video { _ in } }
    }
  }
}
