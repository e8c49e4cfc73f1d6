/// The lengths of a Huffman code's words, none longer than a limit.
enum HuffmanLengths {
  /// The length of each symbol's word in bits, 0 for a symbol that never occurs.
  ///
  /// Where the best code is too long, counts are halved, but not to 0, until it is not: the rarest
  /// symbols then cost a little more than they should.
  static func lengths(for counts: [UInt64], limit: Int) -> [Int] {
    var counts = counts
    while true {
      let lengths = best(for: counts)
      guard lengths.contains(where: { $0 > limit }) else { return lengths }
      counts = counts.map { ($0 + 1) / 2 }
    }
  }

  private struct Node {
    let weight: UInt64
    /// The place of the parent, known once there is one.
    var parent = -1
  }

  /// Huffman's code by two queues: leaves by weight, and inner nodes, which arise by weight.
  private static func best(for counts: [UInt64]) -> [Int] {
    let symbols = counts.indices.filter { counts[$0] > 0 }
      .sorted { (counts[$0], $0) < (counts[$1], $1) }
    var lengths = [Int](repeating: 0, count: counts.count)
    guard symbols.count > 1 else {
      for symbol in symbols { lengths[symbol] = 1 }
      return lengths
    }
    var nodes = symbols.map { Node(weight: counts[$0]) }
    var leaf = 0
    var inner = symbols.count
    func isLeafNext() -> Bool {
      guard leaf < symbols.count else { return false }
      return inner == nodes.count || nodes[leaf].weight <= nodes[inner].weight
    }
    while nodes.count < 2 * symbols.count - 1 {
      var weight: UInt64 = 0
      for _ in 0..<2 {
        let isLeaf = isLeafNext()
        let next = isLeaf ? leaf : inner
        if isLeaf { leaf += 1 } else { inner += 1 }
        nodes[next].parent = nodes.count
        weight += nodes[next].weight
      }
      nodes.append(Node(weight: weight))
    }
    var depths = [Int](repeating: 0, count: nodes.count)
    for place in nodes.indices.dropLast().reversed() {
      depths[place] = depths[nodes[place].parent] + 1
    }
    for (place, symbol) in symbols.enumerated() { lengths[symbol] = depths[place] }
    return lengths
  }
}
