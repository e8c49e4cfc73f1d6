import Foundation
import Output

/// A film that ffmpeg makes from frames.
public enum VideoFormat: String, CaseIterable, Sendable {
  /// H.264, which all players know.
  case mp4
  /// VP9, free of patents.
  case webm

  /// The arguments that make a film of `input`, itself arguments.
  func arguments(input: [String], framesPerSecond: Int, output: String) -> [String] {
    // Half the colours' resolution, which all players know, takes even sizes.
    let picture = ["-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p"]
    let codec =
      switch self {
      case .mp4: ["-c:v", "libx264", "-crf", "18", "-movflags", "+faststart"]
      case .webm: ["-c:v", "libvpx-vp9", "-crf", "24", "-b:v", "0"]
      }
    // Without the encoder's name and version the same frames give the same bytes.
    let plain = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"]
    return ["-loglevel", "error", "-y", "-framerate", String(framesPerSecond)] + input + picture
      + codec + plain + [output]
  }

  /// The line for a shell that makes the film from the numbered sequence in a folder.
  public func command(folder: String, framesPerSecond: Int) -> String {
    // A dash at the front would make an option of the name, and a colon in it a protocol.
    let isMistaken =
      folder.hasPrefix("-") || (folder.contains(":") && !folder.hasPrefix("/"))
    let folder = isMistaken ? "./" + folder : folder
    // In the name of a sequence a percent sign of the folder's own is doubled.
    let pattern = folder.replacing("%", with: "%%") + "/frame-%04d.png"
    let words =
      ["ffmpeg"]
      + arguments(
        input: ["-i", pattern], framesPerSecond: framesPerSecond,
        output: "\(folder)/race.\(rawValue)")
    return words.map(ShellWord.quoted).joined(separator: " ")
  }

  /// Whether there is an ffmpeg to call.
  public static var isAvailable: Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/ffmpeg") }
  }
}
