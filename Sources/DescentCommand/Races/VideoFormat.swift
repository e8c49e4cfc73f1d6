import Foundation

/// A film that ffmpeg makes from frames.
enum VideoFormat: String, CaseIterable {
  case mp4, webm

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
  func command(folder: String, framesPerSecond: Int) -> String {
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
    return words.map(Self.quoted).joined(separator: " ")
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.allSatisfy { character in
        character.isASCII
          && (character.isLetter || character.isNumber || "-+_./:=,%".contains(character))
      }
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// Whether there is an ffmpeg to call.
  static var isAvailable: Bool {
    let folders = ProcessInfo.processInfo.environment["PATH"]?.split(separator: ":") ?? []
    return folders.contains { FileManager.default.isExecutableFile(atPath: "\($0)/ffmpeg") }
  }
}

/// An ffmpeg at work, which is handed PNG files in the order of their frames.
final class VideoWriter {
  private let process = Process()
  private let input = Pipe()
  private let complaints = Pipe()
  private let file: URL

  /// Starts ffmpeg; the film goes into a file of its own until it is done.
  init(_ format: VideoFormat, framesPerSecond: Int) throws {
    file = FileManager.default.temporaryDirectory
      .appending(path: "descent-\(UUID().uuidString).\(format.rawValue)")
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments =
      ["ffmpeg"]
      + format.arguments(
        input: ["-f", "image2pipe", "-c:v", "png", "-i", "-"], framesPerSecond: framesPerSecond,
        output: file.path)
    process.standardInput = input
    process.standardError = complaints
    process.standardOutput = FileHandle.nullDevice
    // An ffmpeg that gives up closes its end: that is an error to report, not to die of.
    signal(SIGPIPE, SIG_IGN)
    try process.run()
  }

  deinit {
    if process.isRunning { process.terminate() }
    try? FileManager.default.removeItem(at: file)
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
    guard process.terminationStatus == 0, let data = FileManager.default.contents(atPath: file.path)
    else { throw failure() }
    return Array(data)
  }

  private func failure() -> Failure {
    try? input.fileHandleForWriting.close()
    let text = String(
      decoding: complaints.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let line = text.split(separator: "\n").first.map(String.init) ?? "it gave no reason"
    return Failure(.cannotWrite, "ffmpeg could not make the film: \(line)")
  }
}
