import Yams

extension RaceFile {
  /// The file that says what arguments of `descent race` say, these after the command's name.
  static func text(of arguments: [String]) throws -> String {
    var pairs: [(key: String, values: [String])] = []
    func add(_ key: String, _ value: String) {
      if let index = pairs.firstIndex(where: { $0.key == key }) {
        // Of what does not repeat the last is meant.
        let repeats = key == "functions" || RaceOptions.repeatable.contains(key)
        pairs[index].values = repeats ? pairs[index].values + [value] : [value]
      } else {
        pairs.append((key, [value]))
      }
    }
    for option in Arguments.pairs(arguments) where option.key != "file" && option.key != "save" {
      add(option.key, option.value)
    }
    let keys = ["functions", "optimizer", "label", "color"]
    let functions = pairs.first { $0.key == "functions" }?.values ?? []
    let optimizers = pairs.first { $0.key == "optimizer" }?.values ?? []
    let entrants = entrants(
      try optimizers.flatMap { try OptimizerOptions.settings($0) }.map(\.specification.description),
      labels: pairs.first { $0.key == "label" }?.values ?? [],
      colors: pairs.first { $0.key == "color" }?.values ?? [])
    var nodes: [(Node, Node)] = []
    if !functions.isEmpty { nodes.append((Node("functions"), Node(functions.map(plain)))) }
    if !entrants.isEmpty { nodes.append((Node("optimizers"), Node(entrants))) }
    for (key, values) in pairs where !keys.contains(key) {
      let value = values.count == 1 ? plain(values[0]) : Node(values.map(plain))
      nodes.append((Node(key), value))
    }
    return try Yams.serialize(node: Node(nodes))
  }

  private static func plain(_ text: String) -> Node { Node(text) }

  /// An entrant without label and colour is its specification alone.
  private static func entrants(
    _ optimizers: [String], labels: [String], colors: [String]
  ) -> [Node] {
    optimizers.enumerated().map { i, optimizer in
      let looks = [("label", labels), ("color", colors)].compactMap { key, values in
        i < values.count && values[i] != RaceOptions.usual ? (Node(key), plain(values[i])) : nil
      }
      guard !looks.isEmpty else { return plain(optimizer) }
      return Node([(Node("optimizer"), plain(optimizer))] + looks)
    }
  }
}
