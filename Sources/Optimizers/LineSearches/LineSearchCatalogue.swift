import Specifications

/// Every line search, by name. A new one is a file and a line here.
public enum LineSearchCatalogue {
  private static let types: [any LineSearch.Type] = [
    StrongWolfeSearch.self,
    MinFuncSearch.self,
    NocedalWrightSearch.self,
    ScipySearch.self,
    LBFGSBSearch.self,
    HagerZhangSearch.self,
    WeakWolfeSearch.self,
    ArmijoSearch.self,
    NonMonotoneSearch.self,
    ExactSearch.self,
    FixedStep.self,
  ]

  /// Those that come with Descent.
  public static let standard = Catalogue<any LineSearch.Type>("line search", types) {
    ($0.name, [:])
  }

  /// Those that are known here: a program knows its own too within
  /// `LineSearchCatalogue.$current.withValue(LineSearchCatalogue.standard.adding([…])) { … }`.
  @TaskLocal public static var current = standard

  /// The searches that are known here.
  public static var all: [any LineSearch.Type] { current.entries }

  /// The names of those that are known here.
  public static var names: [String] { current.names }

  /// The search that a specification such as `hager-zhang(c1=0.1)` describes.
  ///
  /// - Throws: where the name is unknown, with the nearest known ones, or a setting is not
  ///   accepted.
  public static func search(
    _ specification: Specification
  ) throws(SpecificationError) -> any LineSearch {
    guard let type = current[specification.name] else {
      throw current.unknown(specification.name)
    }
    return try type.init(specification)
  }
}

extension Parameter {
  /// A line search: a name of the catalogue, with settings of its own in parentheses or without.
  static func search(
    _ name: String, _ path: WritableKeyPath<Root, any LineSearch> & Sendable, _ summary: String
  ) -> Self {
    Self(
      name, symbol: "",
      range: LineSearchCatalogue.names.joined(separator: ", "), summary,
      text: { $0[keyPath: path].specification.nested },
      assign: { root, text in
        let specification = (try? Specification(parsing: text)) ?? Specification(name: text)
        guard LineSearchCatalogue.names.contains(specification.name) else {
          return Suggestion.expected(specification.name, among: LineSearchCatalogue.names)
        }
        do throws(SpecificationError) {
          root[keyPath: path] = try LineSearchCatalogue.search(specification)
          return nil
        } catch {
          return "a line search (\(error))"
        }
      },
      check: { root in
        do throws(SpecificationError) {
          try root[keyPath: path].validate()
          return nil
        } catch {
          return "a line search (\(error))"
        }
      })
  }
}
