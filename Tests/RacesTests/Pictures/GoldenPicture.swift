import Foundation
import Scenes
import Testing

@testable import Rendering

/// Pictures that were looked at and kept; what is drawn today must be the same, pixel for pixel.
///
/// `DESCENT_KEEP_PICTURES=1 swift test --filter GoldenPictureTests` keeps today's pictures instead.
enum GoldenPicture {
  private static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures/pictures")

  private static let isKeeping =
    ProcessInfo.processInfo.environment["DESCENT_KEEP_PICTURES"] == "1"

  /// Other versions of cairo and of the font library shade edges a little otherwise: a mean
  /// difference of so much, of 255, is still the same picture there.
  private static let tolerance = 1.5

  static func check(_ picture: Picture, _ name: String) throws {
    let png = try PictureWriter().png(picture)
    let place = folder.appending(path: name + ".png")
    if isKeeping { return try Data(png).write(to: place) }
    let kept = try CairoPNG.decode(Array(Data(contentsOf: place)))
    let drawn = try CairoPNG.decode(png)
    guard kept.size == drawn.size else {
      Issue.record("\(name) is \(drawn.size), not \(kept.size)")
      return
    }
    let differences = zip(kept.samples(), drawn.samples()).map { abs(Int($0) - Int($1)) }
    guard differences.contains(where: { $0 > 0 }) else { return }
    let mean = Double(differences.reduce(0, +)) / Double(differences.count)
    if cairoVersion != keptVersion, mean <= tolerance { return }
    let places = try writeDifference(kept, drawn, differences, name)
    Issue.record("\(name) differs by \(mean) of 255 in the mean; see \(places)")
  }

  private static var cairoVersion: String { CairoSurface.libraryVersion }

  /// The version with which the pictures were kept.
  static var keptVersion: String {
    let text = try? String(contentsOf: folder.appending(path: "cairo.txt"), encoding: .utf8)
    return text?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
  }

  /// Kept, drawn, and black where they agree, side by side in one picture.
  private static func writeDifference(
    _ kept: CairoSurface, _ drawn: CairoSurface, _ differences: [Int], _ name: String
  ) throws -> String {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "descent-\(name)-differs.png")
    let (width, height) = (kept.size.width, kept.size.height)
    let images = [
      kept.samples(), drawn.samples(), differences.map { UInt8(min($0 * 4, 255)) },
    ]
    let rowBytes = width * 3
    let samples: [UInt8] = (0..<height).flatMap { (row: Int) -> [UInt8] in
      images.flatMap { (image: [UInt8]) in image[(row * rowBytes)..<((row + 1) * rowBytes)] }
    }
    let png = try PNGEncoder.encode(
      samples: samples, size: PixelSize(width: 3 * width, height: height))
    try Data(png).write(to: place)
    return place.path
  }

  static func keepVersion() throws {
    guard isKeeping else { return }
    try Data((cairoVersion + "\n").utf8).write(to: folder.appending(path: "cairo.txt"))
  }
}
