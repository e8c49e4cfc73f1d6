import Objectives

/// A named set of functions.
public struct Suite: Hashable, Sendable {
  /// "classics".
  public let name: String
  /// A few words on what the functions have in common.
  public let summary: String
  /// Specifications of functions, in the order of the catalogue or of their numbers.
  public let functions: [String]

  /// - Parameter functions: specifications.
  public init(_ name: String, _ summary: String, of functions: [String]) {
    self.name = name
    self.summary = summary
    self.functions = functions
  }

  init(_ name: String, _ summary: String, _ functions: [any TestFunction.Type]) {
    self.init(name, summary, of: functions.map { $0.name })
  }

  /// The functions of a property, as far as they come with Descent.
  init(_ name: String, _ summary: String, tag: FunctionTag) {
    self.init(
      name, summary,
      FunctionCatalogue.standard.entries.filter { type in
        !(type is any FunctionWrapper.Type) && type.init().tags.contains(tag)
      })
  }
}
