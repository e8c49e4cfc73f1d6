import Specifications

/// Every source of data, by name. A new one is a file and a line here.
public enum DataCatalogue {
  private static let types: [any DataSource.Type] = [
    Digits.self,
    Spirals.self,
    Circles.self,
    Moons.self,
    XOR.self,
    Blobs.self,
    LinearData.self,
  ]

  /// Those that come with Descent.
  public static let standard = Catalogue<any DataSource.Type>("data set", types) {
    ($0.name, [:])
  }

  /// Those that are known here: a program knows its own too within
  /// `DataCatalogue.$current.withValue(DataCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard

  public static var all: [any DataSource.Type] { current.entries }

  public static var names: [String] { current.names }

  /// The source that a specification such as `spirals(n=200,noise=0.2)` describes.
  public static func source(
    _ specification: Specification
  ) throws(SpecificationError) -> any DataSource {
    guard let type = current[specification.name] else { throw current.unknown(specification.name) }
    return try type.init(specification)
  }
}
