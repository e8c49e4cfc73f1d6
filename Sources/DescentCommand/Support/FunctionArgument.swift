import Experiments
import Objectives
import Specifications

/// The function that an argument names.
enum FunctionArgument {
  /// A suite or an optimizer in a function's place is told what it is.
  ///
  /// - Parameter takesOptimizers: whether the command has `--optimizer`.
  static func function(
    _ text: String, takesOptimizers: Bool = true
  ) throws -> any TestFunction {
    do {
      return try FunctionCatalogue.function(text)
    } catch {
      try requireNoSuite(text)
      guard takesOptimizers, (try? OptimizerOptions.settings(text)) != nil else { throw error }
      throw Failure(
        .usage, "'\(text)' is an optimizer, not a function; expected --optimizer \(text)")
    }
  }

  /// Throws where `text` is the name of a suite.
  static func requireNoSuite(_ text: String) throws {
    guard let suite = Suite.all.first(where: { $0.name == text }) else { return }
    let some = suite.functions.prefix(3).joined(separator: ", ")
    throw Failure(
      .usage,
      "'\(text)' is a suite of \(suite.functions.count) functions; expected one of them, as \(some)"
    )
  }
}
