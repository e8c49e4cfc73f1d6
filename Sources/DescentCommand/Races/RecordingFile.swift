import Experiments
import Foundation

/// The file that a race leaves beside its frames.
enum RecordingFile {
  static let name = "trajectories.json"

  /// One race as an object, several as an array of them.
  static func bytes(_ recordings: [RaceRecording]) -> [UInt8] {
    let json = recordings.count == 1 ? recordings[0].json : .array(recordings.map(\.json))
    return Array("\(json)\n".utf8)
  }

  /// Throws with exit code 66 where there is no such file, and 65 where it holds something else.
  static func read(_ path: String) throws -> [RaceRecording] {
    let data = try InputFile.read(path, expected: "the \(name) that a race has written")
    do {
      let json = JSONReader(try JSON(parsing: Array(data)))
      guard case .array = json.value else { return [try RaceRecording(reading: json)] }
      let elements = try json.elements()
      guard !elements.isEmpty else { throw json.error("no race; expected one or more") }
      return try elements.map { try RaceRecording(reading: $0) }
    } catch {
      throw Failure(.badData, "\(path), \(error)")
    }
  }
}
