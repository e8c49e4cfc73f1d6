import LinearAlgebra

/// A cell whose runs are drawn with replacement, again and again: of each run only is kept between
/// which places it reached its targets.
struct PlacedCell: Sendable {
  /// The first place at or after each time, run by run.
  private let hits: [Int]
  /// Where the hits of each run end.
  private let ends: [Int]

  /// - Parameter places: ascending amounts of work.
  init(_ runs: [RunTimes], at places: [Double]) {
    var (hits, ends): ([Int], [Int]) = ([], [])
    for run in runs {
      var place = 0
      for time in run.times {
        while place < places.count, !(time <= places[place]) { place += 1 }
        // Later targets take as long or longer.
        guard place < places.count else { break }
        hits.append(place)
      }
      ends.append(hits.count)
    }
    (self.hits, self.ends) = (hits, ends)
  }

  /// Draws as many runs as there are, and adds to each place how many targets they have reached
  /// there, over the number of runs; nothing for a cell without runs.
  ///
  /// - Parameter reached: room for a number for each place, all 0 before and after.
  func addShare(
    ofDraws stream: inout RandomStream, to shares: inout [Double], counting reached: inout [Int]
  ) {
    guard !ends.isEmpty else { return }
    for _ in ends {
      let run = stream.below(ends.count)
      for i in (run == 0 ? 0 : ends[run - 1])..<ends[run] { reached[hits[i]] += 1 }
    }
    var sum = 0
    for place in reached.indices {
      sum += reached[place]
      reached[place] = 0
      shares[place] += Double(sum) / Double(ends.count)
    }
  }
}
