import Scenes
import Specifications

extension DrawingRequest {
  /// Pixels of a frame.
  public var pixels: PixelSize {
    let side = isFigure ? (1200, 1200) : (1280, 720)
    return size ?? PixelSize(width: side.0, height: side.1)
  }

  var isFigure: Bool { layout == .figure }

  /// Millimetres; a figure is for a page even if nobody says how wide.
  var paperWidth: Double? { width ?? (isFigure ? 120 : nil) }

  /// The style as far as it does not depend on the race.
  ///
  /// - Throws: where settings exclude each other, or leave no room for text.
  public func style() throws(SettingError) -> RaceStyle {
    try requireHarmony()
    var style = RaceStyle()
    style.size = pixels
    style.layout = layout ?? .standard
    style.paperWidth = isFigure ? paperWidth : nil
    style.contours.colors = theme ?? .light
    style.overlays = Set(overlays ?? [])
    (style.charts, style.guides) = (charts ?? [], guides ?? [])
    style.contours.levels = levels ?? .automatic
    style.contours.ramp = background == .gray ? .gray : palette
    style.aspect = aspect ?? .auto
    style.scale = scale ?? 1
    style.window = window ?? (theme == .projector ? .fit : .auto)
    style.looks = looks
    style.headline = title == "none" ? nil : title
    style.subtitle = subtitle
    style.footer = footer == "none" ? "" : footer
    style.timedNotes = timedNotes ?? []
    if let frameCount = try frameCount() {
      (style.frameLimit, style.hasAllFrames) = (frameCount, true)
    }
    return style
  }

  static let mostFrames = 100_000

  /// The frames of each race; nil where nothing is said.
  private func frameCount() throws(SettingError) -> Int? {
    guard let duration else { return frames }
    guard frames == nil else {
      throw SettingError("duration", "and {frames} exclude each other")
    }
    let (fps, most) = (Double(fps ?? RaceOutput.usualRate), Double(Self.mostFrames))
    guard duration * fps <= most else {
      throw SettingError(
        "duration",
        "\(NumberText.short(duration)) takes more than \(Self.mostFrames) frames; expected at "
          + "most \(NumberText.short(most / fps)), or fewer {fps}")
    }
    return max(1, Int(clamping: (duration * fps).rounded()))
  }

  private func requireHarmony() throws(SettingError) {
    if palette != nil, background == .gray {
      throw SettingError("palette", "and {background} gray exclude each other")
    }
    if isFigure, overlays?.contains(.rate) == true {
      throw SettingError("layout", "figure has no chart for {overlay} rate; expected another one")
    }
    try requireFewCharts()
    let (scale, most) = (scale ?? 1, RaceStyle.largestScale(for: pixels, in: theme ?? .light))
    guard isFigure || scale <= most else {
      throw SettingError(
        "scale",
        "\(NumberText.short(scale)) leaves no room for text; expected at most "
          + "\(NumberText.short((most * 100).rounded(.down) / 100)), or a larger {size}")
    }
  }

  private func requireFewCharts() throws(SettingError) {
    let given = [("chart", charts?.first?.spelling), ("guide", guides?.first?.spelling)]
    for (name, value) in given where isFigure {
      guard let value else { continue }
      throw SettingError(
        "layout", "figure has no chart for {\(name)} \(value); expected another one")
    }
    guard let charts, charts.count > RaceChart.most else { return }
    throw SettingError(
      "chart", "has \(charts.count) charts; expected at most \(RaceChart.most)")
  }

  /// Labels and colours, side by side.
  private var looks: [EntrantLook] { EntrantLook.list(labels, colors) }

  /// Throws where there are more labels or colours than entrants.
  public func requireLooks(for count: Int) throws(SettingError) {
    try EntrantLook.require(labels, colors, for: count)
  }
}
