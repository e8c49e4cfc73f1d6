import Foundation
import Specifications
import Yams

/// Turns nodes of a file into arguments, checking each where it stands.
struct RaceFileReader {
  let path: String
  private(set) var arguments: [String] = []
  /// The first line of each option.
  private(set) var lines: [String: Int] = [:]
  private var entrants: [Entrant] = []

  private struct Entrant {
    var optimizer: String
    var label = RaceOptions.usual
    var color = RaceOptions.usual
    let node: Node
  }

  init(path: String) {
    self.path = path
  }

  mutating func read(_ text: String) throws {
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw Failure(.badData, "\(path): \(Self.line(of: error))")
    }
    guard let root else { throw Failure(.badData, "\(path) is empty; expected keys and values") }
    for (key, value) in try mapping(root, expected: "keys and values as in 'steps: 300'") {
      switch key.text {
      case "function", "functions":
        for item in try list(value) { try add(function: scalar(item), at: item) }
      case "optimizer", "optimizers": for item in try list(value) { try read(entrant: item) }
      case "start":
        try add("start", points(value), at: value)
      case let name where RaceOptions.repeatable.contains(name):
        for item in try list(value) { try add(name, scalar(item), at: item) }
      default: try add(key.text, joined(value), at: key.node)
      }
    }
    try addEntrants()
  }

  /// One or more optimizers by their specifications, or one with label and colour.
  private mutating func read(entrant node: Node) throws {
    guard case .mapping = node else {
      entrants += try optimizers(scalar(node), at: node).map { Entrant(optimizer: $0, node: node) }
      return
    }
    var parts: [String: String] = [:]
    let known = ["optimizer", "label", "color"]
    for (key, value) in try mapping(node, expected: "an optimizer") {
      guard known.contains(key.text) else {
        throw failure(SpecificationError.unknown("key", key.text, among: known), at: key.node)
      }
      parts[key.text] = try scalar(value)
    }
    let names = try parts["optimizer"].map { try optimizers($0, at: node) } ?? []
    guard names.count == 1 else {
      throw failure("expected one optimizer here, as in {optimizer: adam, label: Adam}", at: node)
    }
    entrants.append(
      Entrant(
        optimizer: names[0], label: parts["label"] ?? RaceOptions.usual,
        color: parts["color"] ?? RaceOptions.usual, node: node))
  }

  private func optimizers(_ text: String, at node: Node) throws -> [String] {
    do {
      return try OptimizerOptions.settings(text).map(\.specification.description)
    } catch {
      throw failure("\(error)", at: node)
    }
  }

  /// The nth label and colour belong to the nth optimizer, so that there is one for each or none.
  private mutating func addEntrants() throws {
    for entrant in entrants { try add("optimizer", entrant.optimizer, at: entrant.node) }
    for (key, part) in [("label", \Entrant.label), ("color", \Entrant.color)]
    where entrants.contains(where: { $0[keyPath: part] != RaceOptions.usual }) {
      for entrant in entrants { try add(key, entrant[keyPath: part], at: entrant.node) }
    }
  }

  /// Points with strokes between them; whether each has as many numbers as its function takes shows
  /// only when the functions are known.
  private func points(_ node: Node) throws -> String {
    let texts = try starts(node).map(joined)
    let points = try texts.map { text in
      guard let point = NumberText.parsePoint(text) else {
        throw failure(
          "'start': '\(text)' is no list of numbers; expected x,y as in -1.2,1", at: node)
      }
      return point
    }
    // Of several points the strokes between them would be taken for others: quotients are made.
    guard points.count > 1 else { return texts[0] }
    return points.map { $0.map(NumberText.short).joined(separator: ",") }.joined(separator: "/")
  }

  /// One point, or a list of points where there are several functions.
  private func starts(_ node: Node) -> [Node] {
    guard case .sequence(let items) = node, case .sequence? = items.first else { return [node] }
    return Array(items)
  }

  private mutating func add(_ key: String, _ value: String, at node: Node) throws {
    guard !["file", "save", "help", "version"].contains(key) else {
      throw failure("'\(key)' belongs to the command line, not into a file", at: node)
    }
    // What stands before the first equals sign is the option, so that a key with one is another's.
    guard !key.contains("=") else {
      throw failure("'\(key)' is no key; expected the name of an option", at: node)
    }
    try add(argument: "--\(key)=\(value)", at: node)
    if lines[key] == nil { lines[key] = node.mark?.line }
  }

  private mutating func add(function text: String, at node: Node) throws {
    guard !text.hasPrefix("-") else {
      throw failure("'\(text)' is no function; expected one as in beale", at: node)
    }
    try add(argument: text, at: node)
  }

  /// Each argument is parsed alone, so that what is wrong with it can be said beside its line.
  private mutating func add(argument: String, at node: Node) throws {
    do {
      try Race.parse([argument]).checkEachOption()
    } catch {
      let (code, message) = Failure.describe(error)
      // A request for help is no failure to the parser, and its answer is pages long.
      guard code != 0 else {
        throw failure("'\(argument)' asks for help, which a file cannot", at: node)
      }
      // A file has keys where the command line has options.
      let words = message.hasPrefix("--") ? message.dropFirst(2) : message[...]
      throw failure(
        words.replacing("'--", with: "'").replacing(#/\ <[^>]*>'/#, with: "'"), at: node)
    }
    arguments.append(argument)
  }

  private func mapping(
    _ node: Node, expected: String
  ) throws -> [(key: (text: String, node: Node), value: Node)] {
    guard case .mapping(let mapping) = node else {
      throw failure("expected \(expected)", at: node)
    }
    return try mapping.map { key, value in ((try scalar(key), key), value) }
  }

  private func list(_ node: Node) throws -> [Node] {
    if case .sequence(let items) = node { return Array(items) }
    return [node]
  }

  private func scalar(_ node: Node) throws -> String {
    guard case .scalar(let scalar) = node else {
      throw failure("expected a single value here", at: node)
    }
    return scalar.string
  }

  /// A value, or a list of values with commas between them.
  private func joined(_ node: Node) throws -> String {
    try list(node).map(scalar).joined(separator: ",")
  }

  private func failure(_ message: some CustomStringConvertible, at node: Node) -> Failure {
    let line = node.mark.map { ":\($0.line)" } ?? ""
    return Failure(.badData, "\(path)\(line): \(message)")
  }

  /// The reader's complaint in one line.
  private static func line(of error: any Error) -> String {
    guard let error = error as? YamlError else { return "\(error)" }
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return "line \(mark.line): \(problem)"
    default:
      return "\(error)".split(separator: "\n").joined(separator: " ")
    }
  }
}
