/// Ranks of numbers, from 1 for the smallest; equal ones share the mean of theirs.
struct Ranks {
  /// One a number, in their order.
  let ranks: [Double]
  /// Σ t³ − t over the groups of t equal numbers.
  let ties: Double

  /// - Parameter values: without NaN.
  init(_ values: [Double]) {
    var ranks = [Double](repeating: 0, count: values.count)
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ties = 0.0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + end + 1) / 2 }
      let t = Double(end - start)
      ties += t * t * t - t
      start = end
    }
    (self.ranks, self.ties) = (ranks, ties)
  }
}
