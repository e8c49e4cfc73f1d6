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
    CSV.self,
    IDX.self,
  ]

  /// Those that come with Descent.
  public static let standard = Catalogue<any DataSource.Type>("data set", types) {
    ($0.name, [:])
  }

  /// Those that are known here: a program knows its own too within
  /// `DataCatalogue.$current.withValue(DataCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard

  /// The types of sources that are known here.
  public static var all: [any DataSource.Type] { current.entries }

  /// The names of those that are known here.
  public static var names: [String] { current.names }

  /// The source that a specification such as `spirals(n=200,noise=0.2)` describes.
  ///
  /// - Throws: where the name is unknown, with the nearest known ones, or a setting is not
  ///   accepted.
  public static func source(
    _ specification: Specification
  ) throws(SpecificationError) -> any DataSource {
    guard let type = current[specification.name] else { throw current.unknown(specification.name) }
    return try type.init(specification)
  }

  /// The specification that a text writes. A path, which has a point or a slash before any
  /// parenthesis, stands for a CSV file: `iris.csv`, `iris.csv(target=species)`.
  static func specification(_ text: String) -> Specification {
    let head = String(text.prefix { !"(:".contains($0) })
    guard current[head] == nil, text.hasSuffix(".csv") || head.contains(where: "./".contains) else {
      return (try? Specification(parsing: text)) ?? Specification(name: text)
    }
    let rest = CSV.name + text.dropFirst(head.count)
    let settings = head.hasSuffix(".csv") ? try? Specification(parsing: rest) : nil
    let file = Specification.Entry(key: "file", value: settings == nil ? text : head)
    return Specification(name: CSV.name, arguments: [file] + (settings?.arguments ?? []))
  }
}
