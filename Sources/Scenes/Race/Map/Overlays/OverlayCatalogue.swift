import Specifications

/// Every overlay, by name. A new one is a file of `Kinds` and a line here.
public enum OverlayCatalogue {
  /// Those that come with Descent, in the order in which a picture explains them.
  public static let standard = Catalogue<RaceOverlay>(
    "overlay",
    [
      .tails, .gradient, .momentum, .step, .scale, .model, .matrix, .region, .directions, .trials,
      .rate,
    ]
  ) { ($0.name, [:]) }

  /// Those that are known here: a program knows its own too within
  /// `OverlayCatalogue.$current.withValue(OverlayCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard
}
