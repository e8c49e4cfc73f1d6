import Rendering
import Scenes

extension RaceFormat {
  /// A still as vectors.
  public static let svg = still("svg") { try PictureWriter().svg($0, millimetres: $1) }
  public static let pdf = still("pdf") { try PictureWriter().pdf($0, millimetres: $1) }

  /// Frames in small, on one page.
  public static let sheet = RaceFormat("sheet", "frames on a page") { race in
    try race.file(ContactSheet().png(of: race.film), named: "sheet.png")
  }

  private static func still(
    _ name: String, bytes: @escaping @Sendable (Picture, Double?) throws -> [UInt8]
  ) -> RaceFormat {
    RaceFormat(name, "a still", uses: ["title", "still", "width"]) { race in
      let index = race.output.still ?? race.film.frameCount - 1
      let picture = try race.vectors().picture(ofFrame: index)
      return try race.file(bytes(picture, race.output.millimetres), named: "still.\(name)")
    }
  }
}
