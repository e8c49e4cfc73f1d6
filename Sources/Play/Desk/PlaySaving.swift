import JSON
import Output
import Races
import Specifications

/// A race as files, into the folder that git ignores and commands write by default.
struct PlaySaving {
  private let request: RaceRequest
  private let limits: PlayLimits

  /// The name under which the race itself is kept, as a file that `descent race --file` takes.
  static let raceFile = "yaml"

  /// What can be saved, with what it is.
  static var formats: [(name: String, summary: String)] {
    [(raceFile, "the race as a file for descent race --file")]
      + RaceFormat.all.map { ($0.name, $0.summary) }
  }

  init(_ request: RaceRequest, limits: PlayLimits) {
    (self.request, self.limits) = (request, limits)
  }

  /// Writes the race in a format; what was written where, in words.
  ///
  /// - Throws: where there is no such format, or it cannot be written.
  func write(_ format: String) async throws -> JSON {
    // Another race of the function has another folder.
    let name = FolderName.joined((request.functions ?? []).map(\.folderName))
    let mark = Checksum.text(of: RaceQuery.text(of: request))
    let folder = "output/play-\(name)-\(mark)-\(format)"
    let written =
      format == Self.raceFile
      ? try await writeFile(into: folder) : try await draw(format, into: folder)
    return .members([
      "path": .string(OutputFile.fullPath(folder)), "written": .string(written),
    ])
  }

  private func writeFile(into path: String) async throws -> String {
    let text = Array(try RaceFile.text(of: request).utf8)
    try await OutputFolder.fill(path) { try $0.write(text, named: "race.yaml") }
    return "race.yaml"
  }

  private func draw(_ format: String, into path: String) async throws -> String {
    let known = RaceFormat.all.map(\.name)
    guard known.contains(format) else {
      throw SpecificationError.unknown("format", format, among: [Self.raceFile] + known)
    }
    var copy = request
    copy.drawing.formats = try [RaceFormat](spelling: format)
    // What other formats alone make use of may be said.
    return try await copy.draw(
      into: path, besides: Set(RaceSettings.all.map(\.name)), bounded: limits.bounded)
  }
}
