import Experiments
import Objectives
import Specifications
import Synchronization

/// The functions that were asked for last: the minimum of an expression is searched for once.
final class FunctionShelf: Sendable {
  private let kept = Mutex<[(text: String, functions: [any TestFunction])]>([])
  private static let most = 16

  /// Has functions that were made elsewhere.
  func keep(_ functions: [any TestFunction]) {
    kept.withLock { $0 += functions.map { ($0.specification.description, [$0]) } }
  }

  /// Those of a text, as `FunctionName` makes them.
  func functions(_ text: String) throws(SpecificationError) -> [any TestFunction] {
    let known = kept.withLock { $0.first { $0.text == text }?.functions }
    if let known { return known }
    let functions = try FunctionName.functions(text)
    kept.withLock { $0 = [(text, functions)] + $0.prefix(Self.most - 1) }
    return functions
  }
}
