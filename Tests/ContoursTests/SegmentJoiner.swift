/// Joins segments between grid edges to chains. An edge belongs to at most two segments.
struct SegmentJoiner {
  private var neighbors: [GridEdge: [GridEdge]] = [:]
  /// In the order of their first appearance, so that the chains come out the same each time.
  private var edges: [GridEdge] = []

  mutating func add(_ a: GridEdge, _ b: GridEdge) {
    for (edge, other) in [(a, b), (b, a)] {
      if neighbors[edge] == nil { edges.append(edge) }
      neighbors[edge, default: []].append(other)
    }
  }

  /// Open chains from one end to the other, then closed ones with the first edge repeated.
  func chains() -> [[GridEdge]] {
    var visited: Set<GridEdge> = []
    let ends = edges.filter { neighbors[$0]?.count == 1 }
    var chains: [[GridEdge]] = []
    for start in ends where !visited.contains(start) {
      chains.append(walk(from: start, visited: &visited))
    }
    for start in edges where !visited.contains(start) {
      chains.append(walk(from: start, visited: &visited) + [start])
    }
    return chains
  }

  private func walk(from start: GridEdge, visited: inout Set<GridEdge>) -> [GridEdge] {
    var chain: [GridEdge] = []
    var next: GridEdge? = start
    while let edge = next {
      visited.insert(edge)
      chain.append(edge)
      next = neighbors[edge]?.first { !visited.contains($0) }
    }
    return chain
  }
}
