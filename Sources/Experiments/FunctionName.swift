import Objectives
import Optimizers
import Specifications

/// A name where a function is expected.
public enum FunctionName {
  /// The function of a name, as runs need it: where it is an expression, its minimum is searched
  /// for. A suite, an optimizer or a list in its place is told what it is.
  ///
  /// - Throws: where there is no such function, with the nearest names, or its parameters are not
  ///   accepted.
  public static func function(_ text: String) throws(SpecificationError) -> any TestFunction {
    do {
      return try FunctionCatalogue.function(text).searched()
    } catch {
      try requireNoSuite(text)
      try Specification.requireOne("function", in: text) {
        (try? FunctionCatalogue.function($0)) != nil
      }
      guard (try? OptimizerCatalogue.list(text)) != nil else { throw error }
      throw SpecificationError(
        "'\(text)' is an optimizer, not a function; expected a function as beale")
    }
  }

  /// Throws where `text` is the name of a suite.
  public static func requireNoSuite(_ text: String) throws(SpecificationError) {
    guard let suite = SuiteCatalogue.current[text] else { return }
    let some = suite.functions.prefix(3).joined(separator: ", ")
    throw SpecificationError(
      "'\(text)' is a suite of \(suite.functions.count) functions; expected one of them, as \(some)"
    )
  }

  /// The functions of a text: one, or several with commas between them, as optimizers may stand.
  ///
  /// - Throws: what is wrong with the first that is none.
  public static func functions(_ text: String) throws(SpecificationError) -> [any TestFunction] {
    guard let list = try? Specification.list(parsing: text), list.count > 1,
      (try? FunctionCatalogue.function(text)) == nil
    else { return [try function(text)] }
    var functions: [any TestFunction] = []
    for name in list { functions.append(try function(name.description)) }
    return functions
  }
}
