import Experiments
import Foundation

extension RaceOptions {
  /// How the race is written.
  func output() throws -> RaceOutput {
    var output = RaceOutput(workers: try workers())
    output.formats = try RaceFormat.list(format)
    // Programs that show GIF files slow down what is faster.
    guard fps <= 50 || !output.formats.contains(.gif) else {
      throw Failure(
        .usage, "--fps \(fps) is too fast for gif; expected at most 50; 10, 20, 25 and 50 are exact"
      )
    }
    let isFilmMissing = output.formats.contains { $0.video != nil } && !VideoFormat.isAvailable
    // The snippet is about the sequence, and so is the command that makes a film.
    if output.formats.contains(.tex) || isFilmMissing, !output.formats.contains(.png) {
      output.formats.append(.png)
    }
    output.framesPerSecond = fps
    output.still = still
    output.millimetres = paperWidth
    output.encoder = encoder
    return output
  }

  /// What a worker holds for a pixel: background, frame and where it starts, 4 bytes each, and
  /// about as much of indices and packed data as one of them.
  private static let bytesPerPixel = 16.0

  /// As many workers as are asked for, else as many as there are cores and fit into memory.
  private func workers() throws -> Int {
    let size = try pixelSize()
    let need = Double(size.width) * Double(size.height) * Self.bytesPerPixel
    let most = max(1, Int(MemoryBudget.bytes / need))
    guard let jobs else { return min(ProcessInfo.processInfo.activeProcessorCount, most) }
    do {
      try MemoryBudget.require(
        Double(jobs) * need, for: "--jobs \(jobs) at \(size.width)x\(size.height) pixels",
        expected: "at most \(most)")
    } catch {
      throw Failure(.usage, "\(error)")
    }
    return jobs
  }

  /// Says what was written, and how a sequence becomes a film.
  func report(_ written: String, in path: String) {
    print(TerminalText.line("\(path): \(written)"))
    guard let formats = try? output().formats, formats.contains(.png) else { return }
    let videos = formats.compactMap(\.video)
    let missing = VideoFormat.isAvailable ? [] : videos
    for video in videos.isEmpty ? [.mp4] : missing {
      let command = video.command(folder: path, framesPerSecond: fps)
      print(TerminalText.visible("as a film: \(command)"))
    }
  }
}
