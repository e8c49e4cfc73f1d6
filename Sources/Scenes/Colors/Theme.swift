/// Colours and sizes that all pictures share.
struct Theme: Hashable, Sendable {
  let colors: ThemeColors
  /// 1 for 1280 × 720 pixels.
  let scale: Double

  init(_ colors: ThemeColors, scale: Double) {
    self.colors = colors
    self.scale = scale
  }

  /// - Parameters:
  ///   - size: of the picture.
  ///   - reference: a page on which text has its usual size.
  init(
    _ colors: ThemeColors, size: PixelSize,
    reference: PixelSize = PixelSize(width: 1280, height: 720)
  ) {
    let ratio = min(
      Double(size.width) / Double(reference.width), Double(size.height) / Double(reference.height))
    self.init(colors, scale: min(max(ratio, 0.65), 4))
    if let least = leastScale(height: size.height) {
      self = Theme(colors, scale: max(scale, least))
    }
  }

  /// - Parameter labelSize: of the texts at axes, in pixels.
  init(_ colors: ThemeColors, labelSize: Double) {
    self.init(colors, scale: labelSize / TextSizes.near.label)
  }

  /// The sizes of texts at scale 1, in pixels.
  private struct TextSizes {
    var headline, label, tick, name, detail, number: Double

    static let near = TextSizes(
      headline: 22, label: 13, tick: 12, name: 14, detail: 11.5, number: 13)
    /// Nearly equal: where all can be read at the back of a hall, nothing need be larger.
    static let hall = TextSizes(
      headline: 15, label: 12, tick: 11.5, name: 12, detail: 11.5, number: 12)

    var least: Double { min(headline, label, tick, name, detail, number) }
  }

  /// Whether the picture is read from the back of a hall.
  var isForHalls: Bool { colors.textShare != nil }

  private var sizes: TextSizes { isForHalls ? .hall : .near }

  /// At which all texts have the least size that the theme asks for; nil where it asks for none.
  func leastScale(height: Int) -> Double? {
    colors.textShare.map { $0 * Double(height) / sizes.least }
  }

  var headline: TextStyle {
    TextStyle(size: sizes.headline * scale, color: colors.ink, weight: .bold)
  }
  var label: TextStyle { TextStyle(size: sizes.label * scale, color: colors.ink) }
  var tick: TextStyle { TextStyle(size: sizes.tick * scale, color: colors.muted) }
  var name: TextStyle { TextStyle(size: sizes.name * scale, color: colors.ink, weight: .bold) }
  var detail: TextStyle { TextStyle(size: sizes.detail * scale, color: colors.muted) }
  var number: TextStyle {
    TextStyle(size: sizes.number * scale, color: colors.ink, family: .mono)
  }

  var trail: Double { Measures.trail * max(scale * inkShare, 0.8) }
  /// The rim on either side of a trail.
  var rim: Double { Measures.rim * max(scale * inkShare, 0.8) }
  var marker: Double { Measures.marker * scale * inkShare }
  /// Lines and markers beside large text, which would cover too much if they grew as it does.
  private var inkShare: Double { isForHalls ? 0.75 : 1 }
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
