import Specifications

/// The parameters that many methods have, with the field's symbols.
extension Parameter where Root: ScheduledSettings {
  /// `lr`, ε.
  public static var learningRate: Self {
    .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate")
  }
}

extension Parameter {
  /// `beta1`, β₁.
  public static func beta1(_ path: WritableKeyPath<Root, Double> & Sendable) -> Self {
    .number("beta1", path, symbol: "β₁", in: .decay, "decay of the average of gradients")
  }

  /// `beta2`, β₂.
  public static func beta2(_ path: WritableKeyPath<Root, Double> & Sendable) -> Self {
    .number("beta2", path, symbol: "β₂", in: .decay, "decay of the average of squares")
  }

  /// `epsilon`, δ.
  public static func epsilon(_ path: WritableKeyPath<Root, Double> & Sendable) -> Self {
    .number("epsilon", path, symbol: "δ", in: .nonNegative, "added to the denominator")
  }
}
