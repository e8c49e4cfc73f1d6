/// A share that grows by steps, as a distribution does: of problems solved, of targets reached.
public struct ShareCurve: Hashable, Sendable {
  /// Where it grows: ascending, each once, finite.
  public let places: [Double]
  /// The share from each of the places on, from 0 to 1.
  public let shares: [Double]

  /// - Parameters:
  ///   - groups: the places at which each group's members are reached; infinite for never. An empty
  ///     group is never reached. Each group weighs as much as every other, and is shared evenly
  ///     among its members.
  init(_ groups: [[Double]]) {
    let largest = groups.lazy.map(\.count).max() ?? 0
    var jumps: [(place: Double, weight: Double)] = []
    jumps.reserveCapacity(groups.lazy.map(\.count).reduce(0, +))
    for group in groups {
      // Whole numbers where all groups are as large, so that no share is rounded twice.
      let weight = Double(largest) / Double(group.count)
      for place in group where place.isFinite { jumps.append((place, weight)) }
    }
    jumps.sort { $0.place < $1.place }
    let total = Double(largest) * Double(groups.count)
    var places: [Double] = []
    var shares: [Double] = []
    var sum = 0.0
    for jump in jumps {
      sum += jump.weight
      if jump.place == places.last {
        shares[shares.count - 1] = min(1, sum / total)
      } else {
        places.append(jump.place)
        shares.append(min(1, sum / total))
      }
    }
    (self.places, self.shares) = (places, shares)
  }

  /// The share at any place; 0 before the first step.
  ///
  /// - Complexity: O(log(`places.count`)).
  public func share(at place: Double) -> Double {
    let count = places.count(upTo: place)
    return count == 0 ? 0 : shares[count - 1]
  }

  /// Where all has grown that ever does.
  public var last: Double { shares.last ?? 0 }

  /// The mean share between two places.
  ///
  /// - Parameter range: of a length above 0.
  public func mean(over range: ClosedRange<Double>) -> Double {
    var area = 0.0
    var place = range.lowerBound
    var share = share(at: place)
    for (next, higher) in zip(places, shares) where range.contains(next) {
      area += (next - place) * share
      (place, share) = (next, higher)
    }
    area += (range.upperBound - place) * share
    return area / (range.upperBound - range.lowerBound)
  }
}

extension [Double] {
  /// How many of ascending numbers are at most a limit; O(log n).
  func count(upTo limit: Double) -> Int { leadingCount { $0 <= limit } }

  /// How many numbers stand before the first that does not belong to them; none after it does.
  /// O(log n).
  func leadingCount(where belongs: (Double) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
