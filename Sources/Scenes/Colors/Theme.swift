/// Colours and sizes that all pictures share.
struct Theme: Hashable, Sendable {
  static let paper = Color(0xFFFFFF)
  static let ink = Color(0x222222)
  static let muted = Color(0x666666)
  static let grid = Color(0xE6E6E6)
  static let frame = Color(0x888888)
  /// Where a function has no finite value.
  static let undefined = Color(0xC8C8C8)
  static let halo = Color(0xFFFFFF)

  /// 1 for 1280 × 720 pixels.
  let scale: Double

  init(scale: Double) {
    self.scale = scale
  }

  init(size: PixelSize, reference: PixelSize = PixelSize(width: 1280, height: 720)) {
    let ratio = min(
      Double(size.width) / Double(reference.width), Double(size.height) / Double(reference.height))
    scale = min(max(ratio, 0.65), 4)
  }

  var headline: TextStyle { TextStyle(size: 22 * scale, color: Self.ink, weight: .bold) }
  var label: TextStyle { TextStyle(size: 13 * scale, color: Self.ink) }
  var tick: TextStyle { TextStyle(size: 12 * scale, color: Self.muted) }
  var name: TextStyle { TextStyle(size: 14 * scale, color: Self.ink, weight: .bold) }
  var detail: TextStyle { TextStyle(size: 11.5 * scale, color: Self.muted) }
  var number: TextStyle { TextStyle(size: 13 * scale, color: Self.ink, family: .mono) }

  var trail: Double { 2 * max(scale, 0.8) }
  /// The rim on either side of a trail.
  var rim: Double { 1.5 * max(scale, 0.8) }
  var marker: Double { 12 * scale }
}

extension TextStyle {
  func aligned(_ alignment: Alignment, _ baseline: Baseline = .middle) -> TextStyle {
    var style = self
    style.alignment = alignment
    style.baseline = baseline
    return style
  }

  func colored(_ color: Color) -> TextStyle {
    var style = self
    style.color = color
    return style
  }

  func sized(_ size: Double) -> TextStyle {
    var style = self
    style.size = size
    return style
  }
}
