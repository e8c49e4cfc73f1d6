import Specifications

/// Every format of interchange, by name. A new one is a file of this room and a line here.
public enum InterchangeCatalogue {
  /// Those that come with Descent.
  public static let standard = Catalogue<InterchangeFormat>(
    "format", [.csv, .jsonLines, .coco, .ioh]
  ) { ($0.name, [:]) }

  /// Those that are known here: a program knows its own too within
  /// `InterchangeCatalogue.$current.withValue(InterchangeCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard
}

extension InterchangeFormat {
  /// What is written unless another is given.
  public static var standard: InterchangeFormat { .csv }
}
