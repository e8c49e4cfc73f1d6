import Specifications

/// Every line search, by name. A new one is a file and a line here.
public enum LineSearchCatalogue {
  public static let builtIn: [any LineSearch.Type] = [
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

  /// Searches of one's own, which specifications name like the others while a task has them:
  /// `LineSearchCatalogue.$additions.withValue([MySearch.self]) { … }`.
  @TaskLocal public static var additions: [any LineSearch.Type] = []

  public static var all: [any LineSearch.Type] { builtIn + additions }

  public static var names: [String] { all.map { $0.name } }

  /// The search that a specification such as `hager-zhang(c1=0.1)` describes.
  public static func search(
    _ specification: Specification
  ) throws(SpecificationError) -> any LineSearch {
    guard let type = all.first(where: { $0.name == specification.name }) else {
      throw .unknown("line search", specification.name, among: names)
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
      range: LineSearchCatalogue.builtIn.map { $0.name }.joined(separator: ", "), summary,
      text: { $0[keyPath: path].specification.nested },
      assign: { root, text in
        guard let specification = try? Specification(parsing: text),
          LineSearchCatalogue.names.contains(specification.name)
        else { return "one of: " + LineSearchCatalogue.names.joined(separator: ", ") }
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
