import Experiments
import JSON

/// The file that a race leaves beside its frames.
public enum RecordingFile {
  /// What it is called in every folder.
  public static let name = "trajectories.json"

  /// One race as an object, several as an array of them.
  public static func bytes(_ recordings: [RaceRecording]) -> [UInt8] {
    let json = recordings.count == 1 ? recordings[0].json : .array(recordings.map(\.json))
    return Array("\(json)\n".utf8)
  }

  /// Reads what `bytes` writes.
  ///
  /// - Throws: where the bytes are no JSON, or what stands in it is no race; the error names the
  ///   place.
  public static func read(_ bytes: [UInt8]) throws(JSONError) -> [RaceRecording] {
    let json = JSONReader(try JSON(parsing: bytes))
    guard case .array = json.value else { return [try RaceRecording(reading: json)] }
    let elements = try json.elements()
    guard !elements.isEmpty else { throw json.error("no race; expected one or more") }
    var recordings: [RaceRecording] = []
    for element in elements { recordings.append(try RaceRecording(reading: element)) }
    return recordings
  }
}
