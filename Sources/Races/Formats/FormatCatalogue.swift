import Specifications

/// Every format of races, by name. A new one is a file of this folder and a line here.
public enum FormatCatalogue {
  /// Those that come with Descent, in the order in which they are written.
  public static let standard = Catalogue<RaceFormat>(
    "format", [.png, .gif, .apng, .html, .svg, .pdf, .sheet, .mp4, .webm, .tex]
  ) { ($0.name, [:]) }

  /// Those that are known here: a program knows its own too within
  /// `FormatCatalogue.$current.withValue(FormatCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard
}
