import Experiments
import Foundation
import Objectives
import Optimizers
import Scenes
import Specifications
import Yams

/// Makes a request of the nodes of a file.
struct RaceFileReader: RequestFileReader {
  let path: String
  private(set) var request = RaceRequest()
  /// The first line of each key.
  private(set) var lines: [String: Int] = [:]
  private var entrants: [Entrant] = []

  private struct Entrant {
    var optimizer: GivenOptimizer
    var label = DrawingRequest.Look<String>(nil)
    var color = DrawingRequest.Look<Color>(nil)
  }

  init(path: String) {
    self.path = path
  }

  mutating func read(_ text: String) throws(RequestFileError) {
    for (key, value) in try mapping(root(text), expected: "keys and values as in 'steps: 300'") {
      let name = Self.names[key.text] ?? key.text
      guard lines[name] == nil else {
        throw failure("'\(key.text)' says again what '\(name)' says; expected one", at: key.node)
      }
      lines[name] = key.node.mark?.line ?? 0
      switch name {
      case "schema": try requireKnown(schema: value, latest: RaceFile.schema)
      case "functions": for item in list(value) { try read(function: item) }
      case "optimizers": for item in list(value) { try read(entrant: item) }
      case "start": try set(name, points(value), at: value)
      case "note": for (text, item) in try notes(value) { try set(name, text, at: item) }
      case _ where Self.isList(name):
        for item in list(value) { try set(name, scalar(item), at: item) }
      default: try set(name, joined(value), at: value, key: key.node)
      }
    }
    try addEntrants()
  }

  /// Other words for keys.
  static let names = [
    "function": "functions", "optimizer": "optimizers", "overlays": "overlay", "labels": "label",
    "colors": "color", "formats": "format", "notes": "note",
  ]

  private mutating func set(
    _ key: String, _ text: String, at node: Node, key keyNode: Node? = nil
  ) throws(RequestFileError) {
    guard !["file", "save"].contains(key) else {
      throw failure("'\(key)' belongs to the command line, not into a file", at: node)
    }
    guard let setting = RaceSettings.all.first(where: { $0.name == key }) else {
      let known = ["schema", "functions", "optimizers"] + RaceSettings.all.map(\.name)
      throw failure(SpecificationError.unknown("key", key, among: known), at: keyNode ?? node)
    }
    guard !text.isEmpty else {
      throw failure("the value of '\(key)' is empty; expected one", at: node)
    }
    do {
      try setting.read(text, into: &request)
    } catch {
      throw failure(
        "the value '\(text)' is invalid for '\(key)': \(error)", at: refused(node, by: setting))
    }
  }

  /// The item of a list that a setting refuses where it takes others; else the whole.
  private func refused(_ node: Node, by setting: any AnySetting<RaceRequest>) -> Node {
    let items = list(node)
    let wrong = items.filter { item in
      var scratch = RaceRequest()
      guard let text = try? scalar(item) else { return true }
      return (try? setting.read(text, into: &scratch)) == nil
    }
    return wrong.count < items.count ? wrong.first ?? node : node
  }
}

// MARK: - Functions and entrants

extension RaceFileReader {
  private mutating func read(function node: Node) throws(RequestFileError) {
    let text = try scalar(node)
    do {
      request.functions = (request.functions ?? []) + (try FunctionName.functions(text))
    } catch {
      throw failure(error, at: node)
    }
  }

  /// One or more optimizers by their specifications, or one with label and colour.
  private mutating func read(entrant node: Node) throws(RequestFileError) {
    guard case .mapping = node else {
      entrants += try optimizers(node)
      return
    }
    var parts: [String: Node] = [:]
    let known = ["optimizer", "label", "color"]
    for (key, value) in try mapping(node, expected: "an optimizer") {
      guard known.contains(key.text) else {
        throw failure(SpecificationError.unknown("key", key.text, among: known), at: key.node)
      }
      parts[key.text] = value
    }
    let named = try parts["optimizer"].map(optimizers) ?? []
    guard named.count == 1, var entrant = named.first else {
      throw failure("expected one optimizer here, as in {optimizer: adam, label: Adam}", at: node)
    }
    if let label = parts["label"] { entrant.label = try look(label) }
    if let color = parts["color"] { entrant.color = try look(color) }
    entrants.append(entrant)
  }

  private func look<Value>(_ node: Node) throws(RequestFileError) -> DrawingRequest.Look<Value> {
    let text = try scalar(node)
    do {
      return try DrawingRequest.Look(spelling: text)
    } catch {
      throw failure("'\(text)': \(error)", at: node)
    }
  }

  private func optimizers(_ node: Node) throws(RequestFileError) -> [Entrant] {
    let text = try scalar(node)
    do {
      return try GivenOptimizer.list(text).map { Entrant(optimizer: $0) }
    } catch {
      throw failure(error, at: node)
    }
  }

  /// The nth label and colour belong to the nth optimizer, so that there is one for each or none.
  private mutating func addEntrants() throws(RequestFileError) {
    guard !entrants.isEmpty else { return }
    request.optimizers = entrants.map(\.optimizer)
    if entrants.contains(where: { $0.label.value != nil }) {
      try requireNew("label")
      request.drawing.labels = entrants.map(\.label)
    }
    if entrants.contains(where: { $0.color.value != nil }) {
      try requireNew("color")
      request.drawing.colors = entrants.map(\.color)
    }
  }

  /// Looks stand beside the optimizers or in lists of their own.
  private mutating func requireNew(_ key: String) throws(RequestFileError) {
    if let line = lines[key] {
      throw RequestFileError(
        "\(path):\(line): '\(key)' stands beside an optimizer too; expected it in one place")
    }
    lines[key] = lines["optimizers"]
  }

  /// Points with strokes between them; whether each has as many numbers as its function takes shows
  /// only when the functions are known.
  private func points(_ node: Node) throws(RequestFileError) -> String {
    guard case .sequence(let items) = node, case .sequence? = items.first else {
      return try joined(node)
    }
    var points: [String] = []
    for item in items {
      let text = try joined(item)
      guard let point = NumberText.parsePoint(text) else {
        throw failure(
          "the value of 'start' has '\(text)'; expected numbers x,y as in -1.2,1", at: item)
      }
      // The strokes between points would be taken for others: quotients are made.
      points.append(point.map(NumberText.short).joined(separator: ","))
    }
    return points.joined(separator: "/")
  }
}

// MARK: - Notes

extension RaceFileReader {
  /// Notes one by one, also as keys and values, for which YAML takes them without quotation marks:
  /// {20: a note} is "20: a note".
  private func notes(_ node: Node) throws(RequestFileError) -> [(text: String, node: Node)] {
    var notes: [(text: String, node: Node)] = []
    for item in list(node) {
      guard case .mapping = item else {
        notes.append((try scalar(item), item))
        continue
      }
      for (key, value) in try mapping(item, expected: "keys and values") {
        notes.append(("\(key.text): \(try scalar(value))", key.node))
      }
    }
    return notes
  }

  private static func isList(_ name: String) -> Bool {
    RaceSettings.all.contains { $0.name == name && $0.isList }
  }
}
