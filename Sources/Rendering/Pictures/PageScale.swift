import Scenes

/// How large a pixel of a picture is on paper.
struct PageScale {
  let pointsPerPixel: Double

  private static let pointsPerInch = 72.0
  private static let pixelsPerInch = 96.0
  private static let millimetresPerInch = 25.4

  init(_ size: PixelSize, millimetres: Double?) {
    guard let millimetres else {
      pointsPerPixel = Self.pointsPerInch / Self.pixelsPerInch
      return
    }
    let points = millimetres / Self.millimetresPerInch * Self.pointsPerInch
    pointsPerPixel = points / Double(max(size.width, 1))
  }

  func points(_ pixels: Int) -> Double { Double(pixels) * pointsPerPixel }

  func millimetres(_ pixels: Int) -> Double {
    points(pixels) / Self.pointsPerInch * Self.millimetresPerInch
  }
}
