import Objectives

/// A named set of functions: those of the catalogue that share a tag.
public struct Suite: Hashable, Sendable {
  public let name: String
  /// Names of functions, in the order of the catalogue.
  public let functions: [String]

  /// One suite a tag, by name.
  public static var all: [Suite] {
    Set(FunctionCatalogue.all.flatMap { $0.card.tags }).sorted().map { tag in
      Suite(
        name: tag,
        functions: FunctionCatalogue.all.filter { $0.card.tags.contains(tag) }.map { $0.card.name })
    }
  }
}
