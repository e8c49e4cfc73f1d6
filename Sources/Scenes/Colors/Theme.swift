/// Colours and sizes that all pictures share.
struct Theme: Hashable, Sendable {
  let colors: ThemeColors
  /// 1 for 1280 × 720 pixels.
  let scale: Double

  init(_ colors: ThemeColors, scale: Double) {
    self.colors = colors
    self.scale = scale
  }

  init(
    _ colors: ThemeColors, size: PixelSize,
    reference: PixelSize = PixelSize(width: 1280, height: 720)
  ) {
    self.colors = colors
    let ratio = min(
      Double(size.width) / Double(reference.width), Double(size.height) / Double(reference.height))
    scale = min(max(ratio, 0.65), 4)
  }

  /// - Parameter labelSize: of the texts at axes, in pixels.
  init(_ colors: ThemeColors, labelSize: Double) {
    self.init(colors, scale: labelSize / 13)
  }

  var headline: TextStyle { TextStyle(size: 22 * scale, color: colors.ink, weight: .bold) }
  var label: TextStyle { TextStyle(size: 13 * scale, color: colors.ink) }
  var tick: TextStyle { TextStyle(size: 12 * scale, color: colors.muted) }
  var name: TextStyle { TextStyle(size: 14 * scale, color: colors.ink, weight: .bold) }
  var detail: TextStyle { TextStyle(size: 11.5 * scale, color: colors.muted) }
  var number: TextStyle { TextStyle(size: 13 * scale, color: colors.ink, family: .mono) }

  var trail: Double { Measures.trail * max(scale, 0.8) }
  /// The rim on either side of a trail.
  var rim: Double { Measures.rim * max(scale, 0.8) }
  var marker: Double { Measures.marker * scale }
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
