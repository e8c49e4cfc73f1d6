import Contours

/// How the contours of a function are drawn.
public struct ContourStyle: Sendable {
  /// The theme, which pales the bands and colours the lines.
  public var colors = ThemeColors.light
  /// Which levels there are.
  public var levels = LevelRule.automatic
  /// The colours of the bands; nil for viridis, and blue to red where f has both signs among the
  /// levels and no minimum is known.
  public var ramp: ColorRamp?
  /// Whether the lines between the bands are curves above the raster, for pictures that are
  /// enlarged, rather than pixels in it.
  public var isVector = false

  /// The defaults.
  public init() {}
}
