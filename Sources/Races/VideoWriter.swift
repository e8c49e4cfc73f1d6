import Foundation
import Output
import Synchronization

/// An ffmpeg at work, which is handed PNG files in the order of their frames.
final class VideoWriter {
  private let process = Process()
  private let input = Pipe()
  private let complaints = Complaints()
  private let draft: URL
  private let work: Int

  /// Starts ffmpeg; the film grows in a draft until it is done.
  init(_ format: VideoFormat, framesPerSecond: Int, draft: URL) throws {
    self.draft = draft
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["ffmpeg"]
      + format.arguments(
        input: ["-f", "image2pipe", "-c:v", "png", "-i", "-"], framesPerSecond: framesPerSecond,
        output: draft.path)
    process.standardInput = input
    process.standardError = complaints.pipe
    process.standardOutput = FileHandle.nullDevice
    // An ffmpeg that gives up closes its end: that is an error to report, not to die of.
    signal(SIGPIPE, SIG_IGN)
    try process.run()
    complaints.listen()
    let child = process.processIdentifier
    work = UnfinishedWork.begin { kill(child, SIGKILL) }
  }

  deinit {
    UnfinishedWork.end(work)
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    unlink(draft.path)
  }

  func write(_ png: [UInt8]) throws {
    do {
      try input.fileHandleForWriting.write(contentsOf: Data(png))
    } catch {
      throw failure()
    }
  }

  /// The whole film.
  func finish() throws -> [UInt8] {
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    // From here on its number may be that of another process.
    UnfinishedWork.end(work)
    guard process.terminationStatus == 0,
      let data = FileManager.default.contents(atPath: draft.path)
    else { throw failure() }
    return Array(data)
  }

  private func failure() -> OutputError {
    try? input.fileHandleForWriting.close()
    let line = complaints.firstLine ?? "it gave no reason"
    return OutputError("ffmpeg could not make the film: \(line)")
  }
}

/// What a program says on its standard error. All is read, lest it waits to be heard; the beginning
/// is kept.
private final class Complaints: Sendable {
  let pipe = Pipe()
  private let said = Mutex(Data())
  private let isOver = DispatchSemaphore(value: 0)
  private static let longest = 4096

  /// To be called once the program has its end of the pipe.
  func listen() {
    let file = pipe.fileHandleForReading.fileDescriptor
    Thread.detachNewThread { [self] in
      var piece = [UInt8](repeating: 0, count: Self.longest)
      while true {
        let count = read(file, &piece, piece.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        said.withLock { $0.append(contentsOf: piece[..<min(count, Self.longest - $0.count)]) }
      }
      isOver.signal()
    }
  }

  /// Waits for the program to end.
  var firstLine: String? {
    isOver.wait()
    isOver.signal()
    let text = said.withLock { String(decoding: $0, as: UTF8.self) }
    return text.split(whereSeparator: \.isNewline).first.map(String.init)
  }
}
