/// A change of the problem that a method with its default settings does not see.
///
/// What is not listed on a card is seen: the method depends on the unit of f, or on the choice of
/// axes.
public enum Invariance: String, CaseIterable, Sendable {
  /// f → c f with c > 0: the iterates stay the same, to the digit where c is a power of two.
  case scale
  /// x → Qx with a rotation Q: the iterates turn with it, to rounding.
  case rotation

  /// What a method with it does not depend on.
  public var meaning: String {
    switch self {
    case .scale: "the unit of f"
    case .rotation: "the choice of axes"
    }
  }
}
