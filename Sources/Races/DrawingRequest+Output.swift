import Experiments
import Foundation
import Scenes
import Specifications

extension DrawingRequest {
  /// How the race is written.
  ///
  /// - Throws: where a format cannot be played so fast, or so many workers need too much memory.
  public func output() throws(SettingError) -> RaceOutput {
    var output = RaceOutput(formats ?? [.png], workers: try workers())
    let fps = fps ?? RaceOutput.usualRate
    output.framesPerSecond = fps
    try output.requirePlayable()
    output.still = still
    output.millimetres = paperWidth
    output.encoder = encoder ?? .tiles
    return output
  }

  /// What a worker holds for a pixel: background, frame and where it starts, 4 bytes each, and
  /// about as much of indices and packed data as one of them.
  private static let bytesPerPixel = 16.0

  /// As many workers as are asked for, else as many as there are cores and fit into memory.
  private func workers() throws(SettingError) -> Int {
    let (width, height) = (pixels.width, pixels.height)
    let need = Double(width) * Double(height) * Self.bytesPerPixel
    let most = max(1, Int(MemoryBudget.bytes / need))
    guard let jobs else { return min(ProcessInfo.processInfo.activeProcessorCount, most) }
    do {
      try MemoryBudget.require(
        Double(jobs) * need, for: "\(jobs) at \(width)x\(height) pixels",
        expected: "at most \(most)")
    } catch {
      throw SettingError("jobs", error.description)
    }
    return jobs
  }
}

extension RaceOutput {
  /// Shell commands that make films of the sequence in a folder: those of formats that were asked
  /// for where there is no ffmpeg, and one of the usual format where none was.
  public func filmCommands(in folder: String) -> [String] {
    guard allFormats.contains(.png) else { return [] }
    let videos = formats.compactMap(\.video)
    let missing = VideoFormat.isAvailable ? [] : videos
    return (videos.isEmpty ? [.mp4] : missing).map {
      $0.command(folder: folder, framesPerSecond: framesPerSecond)
    }
  }
}
