import Specifications

/// How an entrant is shown where it is not as usual.
public struct EntrantLook: Hashable, Sendable {
  /// Instead of the optimizer's title.
  public var label: String?
  /// Instead of the theme's colour for its place.
  public var color: Color?

  /// The optimizer as its user names it, `adamw`, where its specification is what that stands for.
  public var given: Specification?

  /// As usual, but for what is given.
  public init(label: String? = nil, color: Color? = nil, given: Specification? = nil) {
    self.label = label
    self.color = color
    self.given = given
  }
}
