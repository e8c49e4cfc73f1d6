import Specifications

/// Every quantity that charts may show, by name. A new one is a file of `Kinds` and a line here.
public enum ChartCatalogue {
  /// Those that come with Descent.
  public static let standard = Catalogue<ChartQuantity>(
    "chart",
    [
      .excess, .value, .gradient, .speed, .rate, .coordinateRate, .loss, .accuracy, .sharpness,
    ]
  ) { ($0.name, [:]) }

  /// Those that are known here: a program knows its own too within
  /// `ChartCatalogue.$current.withValue(ChartCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard
}
