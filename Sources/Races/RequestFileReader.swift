import Foundation
import Specifications
import Yams

/// Reads the nodes of a file of keys and values; what it complains of is told with path and line.
package protocol RequestFileReader {
  /// What messages call the file.
  var path: String { get }
}

extension RequestFileReader {
  package func root(_ text: String) throws(RequestFileError) -> Node {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw RequestFileError("\(path)\(Self.complaint(error))")
    }
    guard let root else {
      throw RequestFileError("\(path) is empty; expected keys and values")
    }
    return root
  }

  package func mapping(
    _ node: Node, expected: String
  ) throws(RequestFileError) -> [(key: (text: String, node: Node), value: Node)] {
    guard case .mapping(let mapping) = node else {
      throw failure("expected \(expected)", at: node)
    }
    var pairs: [(key: (text: String, node: Node), value: Node)] = []
    for (key, value) in mapping { pairs.append(((try scalar(key), key), value)) }
    return pairs
  }

  package func list(_ node: Node) -> [Node] {
    if case .sequence(let items) = node { return Array(items) }
    return [node]
  }

  package func scalar(_ node: Node) throws(RequestFileError) -> String {
    guard case .scalar(let scalar) = node else {
      throw failure("expected a single value here", at: node)
    }
    return scalar.string
  }

  /// A value, or a list of values with commas between them.
  package func joined(_ node: Node) throws(RequestFileError) -> String {
    var values: [String] = []
    for item in list(node) { values.append(try scalar(item)) }
    return values.joined(separator: ",")
  }

  /// Throws where a file says that it is of a newer version than `latest`, or of none.
  package func requireKnown(schema node: Node, latest: Int) throws(RequestFileError) {
    let text = try scalar(node)
    guard let version = Int(text), version >= 1 else {
      throw failure("schema '\(text)'; expected 1 to \(latest)", at: node)
    }
    guard version <= latest else {
      throw failure(
        "schema \(version) is of a newer Descent; expected at most \(latest)", at: node)
    }
  }

  package func failure(_ message: some CustomStringConvertible, at node: Node) -> RequestFileError {
    let line = node.mark.map { ":\($0.line)" } ?? ""
    return RequestFileError("\(path)\(line): \(message)")
  }

  /// The line below a key's where it stands again as far from the left; the key's own where that is
  /// to be seen nowhere, as within braces.
  private static func secondLine(of key: String, in context: YamlError.Context) -> Int {
    let mark = context.mark
    let lines = context.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let below = lines.indices.dropFirst(mark.line).first { i in
      let indentation = lines[i].prefix { $0 == " " }
      let word = lines[i].dropFirst(indentation.count).prefix { $0 != ":" }
      return indentation.count == mark.column - 1
        && word.trimmingCharacters(in: .whitespaces.union(["\"", "'"])) == key
    }
    return below.map { $0 + 1 } ?? mark.line
  }

  /// What the parser says, in one line, after its place.
  private static func complaint(_ error: any Error) -> String {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return ":\(mark.line): \(problem)"
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "'\($0)'" }.joined(separator: ", ")
      let line = secondLine(of: keys.first ?? "", in: context)
      return ":\(line): \(names) stands there twice; expected each key once"
    default:
      return ": " + "\(error)".split(separator: "\n").joined(separator: " ")
    }
  }
}

/// What is wrong with the file of a request: one line for people, which names the line of the file.
public struct RequestFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path, the line where one is to blame, and what is wrong there.
  public let description: String

  package init(_ description: String) {
    self.description = description
  }
}
