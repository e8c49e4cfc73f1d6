import Foundation
import Output
import Subprocess

/// Lets ffmpeg make a video of PNG files, which it is handed one after the other.
struct VideoWriter {
  /// Hands on the PNG file of the next frame.
  typealias Sink = (_ png: [UInt8]) async throws -> Void

  let format: VideoFormat
  let framesPerSecond: Int
  /// Where the video grows until it is whole; removed at the end.
  let draft: URL
  /// The folders where ffmpeg is looked for, those of PATH unless given.
  var searchPath: String?

  /// The whole video of what `frames` hands on. Throws what `frames` throws, and an `OutputError`
  /// with ffmpeg's reason where it gives up; it has ended in any case.
  func video(of frames: (Sink) async throws -> Void) async throws -> [UInt8] {
    // An ffmpeg that gives up closes its end: that is an error to report, not to die of.
    // Restored it would end the program while another film is being made.
    signal(SIGPIPE, SIG_IGN)
    defer { unlink(draft.path) }
    let (isDone, complaint) = try await run(frames)
    guard isDone, let data = FileManager.default.contents(atPath: draft.path) else {
      throw Self.failure(complaint ?? "it gave no reason")
    }
    return Array(data)
  }

  /// Whether ffmpeg has taken all frames and was content, and the first line of what it said.
  private func run(
    _ frames: (Sink) async throws -> Void
  ) async throws -> (isDone: Bool, complaint: String?) {
    var work: Int?
    // Once it has ended, its number may be that of another process.
    defer { work.map(UnfinishedWork.end) }
    do {
      let result = try await Subprocess.run(
        .name("ffmpeg"), arguments: Arguments(arguments), environment: environment,
        input: .inputWriter, output: .discarded, error: .sequence
      ) { ffmpeg in
        let child = ffmpeg.processIdentifier.value
        work = UnfinishedWork.begin { kill(child, SIGKILL) }
        async let complaint = Self.firstLine(of: ffmpeg.standardError)
        let hasAll: Bool
        do {
          try await frames { _ = try await ffmpeg.standardInputWriter.write($0) }
          hasAll = true
        } catch is SubprocessError {
          // It takes no more, and is about to say why.
          hasAll = false
        } catch {
          kill(child, SIGKILL)
          throw error
        }
        try await ffmpeg.standardInputWriter.finish()
        return (hasAll, await complaint)
      }
      let (hasAll, complaint) = result.closureResult
      return (hasAll && result.terminationStatus.isSuccess, complaint)
    } catch let error as SubprocessError {
      throw Self.failure(error.description)
    }
  }

  private var environment: Environment {
    guard let searchPath else { return .inherit }
    return .inherit.updating(["PATH": searchPath])
  }

  private var arguments: [String] {
    format.arguments(
      input: ["-f", "image2pipe", "-c:v", "png", "-i", "-"], framesPerSecond: framesPerSecond,
      output: draft.path)
  }

  /// All is read, lest ffmpeg waits to be heard; the beginning is kept.
  private static func firstLine(of complaints: SubprocessOutputSequence) async -> String? {
    let longest = 4096
    var said: [UInt8] = []
    do {
      for try await piece in complaints {
        piece.withUnsafeBytes { said.append(contentsOf: $0.prefix(longest - said.count)) }
      }
    } catch {
      // What was heard before is told.
    }
    let text = String(decoding: said, as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).first.map(String.init)
  }

  private static func failure(_ reason: String) -> OutputError {
    OutputError("ffmpeg could not make the film: \(reason)")
  }
}
