import Experiments
import Foundation

/// The file that a race leaves beside its frames.
enum RecordingFile {
  static let name = "trajectories.json"

  /// Throws with exit code 66 where there is no such file, and 65 where it holds something else.
  static func read(_ path: String) throws -> RaceRecording {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure(
        .missingInput, "cannot read '\(path)'; expected the \(name) that a race has written")
    }
    do {
      return try RaceRecording(reading: JSONReader(JSON(parsing: Array(data))))
    } catch {
      throw Failure(.badData, "\(path), \(error)")
    }
  }
}
