import Experiments
import JSON
import Scenes

extension RecordingFile {
  /// What the file may hold, as a JSON Schema; `docs/formats.md` tells what it means.
  public static var jsonSchema: JSON {
    JSONSchema.any(of: [.part("race"), .list(of: .part("race"), atLeast: 1)]).file(
      "What has been raced",
      parts: [("race", RaceRecording.jsonSchema), ("recording", Trajectory.jsonSchema)])
  }
}

extension RaceRecording {
  fileprivate static let jsonSchema = JSONSchema.object(
    [
      ("function", .text), ("clock", .text), ("budget", .text),
      ("schema", .exactly(Trajectory.schema)), ("runs", .list(of: .whole(from: 1), atLeast: 1)),
      ("trajectories", .list(of: .part("recording"), atLeast: 1)),
    ], optional: [("names", .texts)])
}
