/// How an entrant is shown where it is not as usual.
public struct EntrantLook: Hashable, Sendable {
  /// Instead of the optimizer's title.
  public var label: String?
  /// Instead of the theme's colour for its place.
  public var color: Color?

  /// As usual, but for what is given.
  public init(label: String? = nil, color: Color? = nil) {
    self.label = label
    self.color = color
  }
}
