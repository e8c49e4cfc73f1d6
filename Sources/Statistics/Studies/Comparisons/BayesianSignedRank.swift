import LinearAlgebra
import RealModule

/// How likely one optimizer is better than another, or both are as good in practice: the posterior
/// of a signed-rank test under a Dirichlet process, whose prior is half a pair without difference
/// (A. Benavoli, F. Mangili, G. Corani, M. Zaffalon and F. Ruggeri, ICML 2014; A. Benavoli, G.
/// Corani, J. Demšar and M. Zaffalon, JMLR 18 (2017), section 4.1.2), as baycomp's
/// `SignedRankTest` has it.
public struct BayesianSignedRank: Hashable, Sendable {
  /// How likely it is that most pairs have the first lower than the second by more than the region.
  public let first: Double
  /// That most differ by less.
  public let equal: Double
  /// That most have the second lower.
  public let second: Double

  /// - Parameters:
  ///   - pairs: without NaN; two infinite scores are equal.
  ///   - region: differences up to this are none in practice; 0 or more.
  ///   - count: how many draws of the posterior are counted; the shares' error is below 1 / √count.
  public init(
    _ pairs: [(Double, Double)], region: Double, count: Int = 50_000, seed: UInt64 = 0
  ) {
    self = Self.each(of: [pairs], region: region, count: count, seed: seed)[0]
  }

  /// That of each of some lists of pairs, all as long, which share their draws: what takes longest
  /// is done once.
  static func each(
    of lists: [[(Double, Double)]], region: Double, count: Int, seed: UInt64
  ) -> [BayesianSignedRank] {
    let sums = lists.map { pairs in
      PairedSums([0] + pairs.map { $0 == $1 ? 0 : $0 - $1 }, region: region)
    }
    var tallies = [Tally](repeating: Tally(), count: lists.count)
    var stream = RandomStream(seed: seed)
    var (weights, cumulated): ([Double], [Double]) = ([], [])
    for _ in 0..<count {
      draw(lists.first?.count ?? 0, &stream, into: &weights)
      for i in sums.indices { tallies[i].add(sums[i].masses(weights, &cumulated)) }
    }
    return tallies.map { BayesianSignedRank($0, of: count) }
  }

  private init(_ tally: Tally, of count: Int) {
    first = tally.first / Double(count)
    equal = tally.equal / Double(count)
    second = tally.second / Double(count)
  }

  /// How many draws say what.
  private struct Tally {
    var (first, equal, second) = (0.0, 0.0, 0.0)

    mutating func add(_ masses: (below: Double, above: Double)) {
      let (below, above) = masses
      let within = 1 - below - above
      if below < within, above <= within {
        equal += 1
      } else if below == above {
        first += 0.5
        second += 0.5
      } else if below > above {
        first += 1
      } else {
        second += 1
      }
    }
  }

  /// A draw of the Dirichlet distribution with parameters 1/2, 1, 1, ...: gamma numbers over their
  /// sum. That of 1/2 is half the square of a normal number.
  private static func draw(
    _ count: Int, _ stream: inout RandomStream, into weights: inout [Double]
  ) {
    let normal = stream.normal()
    weights.removeAll(keepingCapacity: true)
    weights.append(normal * normal / 2)
    for _ in 0..<count { weights.append(-.log(stream.uniform())) }
    let sum = weights.reduce(0, +)
    for i in weights.indices { weights[i] /= sum }
  }
}

/// Which pairs of differences have a sum beyond twice a region on either side.
private struct PairedSums {
  /// The places of the differences in ascending order.
  private let order: [Int]
  /// For each difference in that order, how many of them make a sum below −2r, up to −2r, up to 2r
  /// and below 2r with it.
  private let below: [(strictly: Int, atMost: Int)]
  private let above: [(strictly: Int, atMost: Int)]

  /// - Complexity: O(n log n) for n differences.
  init(_ differences: [Double], region: Double) {
    order = differences.indices.sorted { differences[$0] < differences[$1] }
    let sorted = order.map { differences[$0] }
    func counts(_ limit: Double) -> [(strictly: Int, atMost: Int)] {
      sorted.map { z in
        // Infinite differences of different sign are none together. Sums ascend as differences do.
        func sum(_ other: Double) -> Double { z.isInfinite && other == -z ? 0 : z + other }
        return (
          sorted.leadingCount { sum($0) < limit }, sorted.leadingCount { sum($0) <= limit }
        )
      }
    }
    below = counts(-2 * region)
    above = counts(2 * region)
  }

  /// Σ wᵢ wⱼ over the sums below and above; those at the limit count by half.
  ///
  /// - Parameter cumulated: room for the sums of the weights.
  func masses(
    _ weights: [Double], _ cumulated: inout [Double]
  ) -> (below: Double, above: Double) {
    var total = 0.0
    cumulated.removeAll(keepingCapacity: true)
    cumulated.append(total)
    for i in order {
      total += weights[i]
      cumulated.append(total)
    }
    var (low, high) = (0.0, 0.0)
    for (place, i) in order.enumerated() {
      let (b, a) = (below[place], above[place])
      low += weights[i] * (cumulated[b.strictly] + cumulated[b.atMost]) / 2
      high += weights[i] * (total - (cumulated[a.strictly] + cumulated[a.atMost]) / 2)
    }
    return (low, high)
  }
}
