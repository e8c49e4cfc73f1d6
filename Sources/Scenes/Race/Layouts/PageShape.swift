/// How a page is proportioned, which decides where the parts of a race stand.
enum PageShape {
  case wide
  case square
  case tall

  init(_ size: PixelSize) {
    let ratio = Double(size.width) / Double(size.height)
    self = ratio > 1.2 ? .wide : ratio > 0.75 ? .square : .tall
  }

  /// The page on which text has its usual size.
  var reference: PixelSize {
    switch self {
    case .wide: PixelSize(width: 1280, height: 720)
    case .square: PixelSize(width: 1200, height: 1000)
    case .tall: PixelSize(width: 800, height: 1150)
    }
  }
}
