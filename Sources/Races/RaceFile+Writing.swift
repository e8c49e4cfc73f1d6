import Scenes
import Specifications
import Yams

extension RaceFile {
  /// The file that says what a request says.
  ///
  /// - Throws: what Yams throws where it cannot write the text.
  public static func text(of request: RaceRequest) throws -> String {
    var nodes = [(Node("schema"), Node(String(schema)))]
    if let functions = request.functions {
      let names = functions.map { Node($0.specification.description) }
      nodes.append((Node("functions"), Node(names)))
    }
    if request.optimizers != nil { nodes.append((Node("optimizers"), Node(entrants(request)))) }
    for setting in RaceSettings.all where !["label", "color"].contains(setting.name) {
      guard let items = setting.items(in: request) else { continue }
      let value = setting.isList ? Node(items.map { Node($0) }) : Node(items[0])
      nodes.append((Node(setting.name), value))
    }
    return try Yams.serialize(node: Node(nodes))
  }

  /// An entrant without label and colour is its specification alone.
  private static func entrants(_ request: RaceRequest) -> [Node] {
    (request.optimizers ?? []).enumerated().map { i, optimizer in
      let name = optimizer.specification.description
      let looks = [
        ("label", word(i, of: request.drawing.labels)),
        ("color", word(i, of: request.drawing.colors)),
      ].compactMap { key, word in word.map { (Node(key), Node($0)) } }
      return looks.isEmpty ? Node(name) : Node([(Node("optimizer"), Node(name))] + looks)
    }
  }

  private static func word<Value>(
    _ i: Int, of looks: [DrawingRequest.Look<Value>]?
  ) -> String? {
    guard let looks, i < looks.count else { return nil }
    return looks[i].value?.spelling
  }
}
