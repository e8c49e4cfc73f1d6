/// How the contours of a function are drawn.
public struct ContourStyle: Sendable {
  public var colors = ThemeColors.light

  public init() {}
}
