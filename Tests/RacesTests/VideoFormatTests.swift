import Foundation
import Testing

@testable import Races

struct VideoFormatTests {
  /// A shell hands on what is meant, whatever the folder is called.
  @Test(arguments: VideoFormat.allCases, ["out", "a b", "it's", "a%03d$HOME", "`x`;\"y\"", "ü*?"])
  func theCommandIsTakenAsItIsMeant(format: VideoFormat, folder: String) throws {
    let line = format.command(folder: folder, framesPerSecond: 25)
    #expect(line.hasPrefix("ffmpeg "))
    let words = try shell("printf '%s\\n' " + line.dropFirst("ffmpeg ".count)).split(
      separator: "\n")
    let pattern = folder.replacing("%", with: "%%") + "/frame-%04d.png"
    let expected = format.arguments(
      input: ["-i", pattern], framesPerSecond: 25, output: "\(folder)/race.\(format.rawValue)")
    #expect(words.map(String.init) == expected)
  }

  /// No folder is taken for an option or a protocol.
  @Test(arguments: [
    ("-x", "./-x"), ("a:b", "./a:b"), ("pipe:1", "./pipe:1"), ("/a:b", "/a:b"), ("a-b", "a-b"),
  ])
  func foldersAreFolders(folder: String, named: String) throws {
    let line = VideoFormat.mp4.command(folder: folder, framesPerSecond: 25)
    let words = try shell("printf '%s\\n' " + line.dropFirst("ffmpeg ".count)).split(
      separator: "\n")
    #expect(words.contains("\(named)/frame-%04d.png"))
    #expect(words.last == "\(named)/race.mp4")
  }

  private func shell(_ command: String) throws -> String {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
