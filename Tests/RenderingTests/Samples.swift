import Scenes

/// Marks and pictures to be tried.
enum Samples {
  static let size = PixelSize(width: 160, height: 120)
  static let paper = Color(0xFAFAFA)
  static let ink = Color(0x202020)

  static let marks: [Mark] = [
    .rectangle(
      Rect(x: 60, y: 40, width: 30, height: 20), fill: Color(0xCC3311), stroke: Stroke(ink)),
    .polyline(
      [Point(60, 40), Point(90, 60), Point(70, 70)], Stroke(ink, width: 2, dashes: [4, 4])),
    .polygon([Point(60, 40), Point(90, 45), Point(75, 70)], fill: Color(0x0077BB), stroke: nil),
    .raster(
      Raster(width: 8, height: 8, pixels: (0..<64).map { UInt32($0) * 0x03_0201 }),
      at: Point(64, 44)),
    .clipped(
      Rect(x: 60, y: 40, width: 20, height: 20),
      [.polyline([Point(0, 0), Point(160, 120)], Stroke(ink, width: 3))]),
    .text(
      "f(x)", at: Point(75, 55),
      TextStyle(size: 11, color: ink, alignment: .center, baseline: .middle)),
    .text("up", at: Point(75, 60), TextStyle(size: 11, color: ink, isVertical: true)),
  ]

  static let markers = MarkerShape.allCases.map { shape in
    Mark.marker(shape, at: Point(75, 55), size: 12, fill: Color(0x009988), halo: Color(0xFFFFFF))
  }

  static func picture(_ marks: [Mark]) -> Picture {
    Picture(size: size, background: paper, marks: marks)
  }
}
