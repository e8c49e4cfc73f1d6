import LinearAlgebra
import RealModule

/// How likely one optimizer is better than another, or both are as good in practice: the posterior
/// of a signed-rank test under a Dirichlet process, whose prior is half a pair without difference
/// (A. Benavoli, F. Mangili, G. Corani, M. Zaffalon and F. Ruggeri, ICML 2014; A. Benavoli, G.
/// Corani, J. Demšar and M. Zaffalon, JMLR 18 (2017), section 4.1.2), as baycomp's `SignedRankTest`.
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
    let differences = pairs.map { $0 == $1 ? 0 : $0 - $1 }
    let halves = PairedSums([0] + differences, region: region)
    var stream = RandomStream(seed: seed)
    var (first, equal, second) = (0.0, 0.0, 0.0)
    for _ in 0..<count {
      let (below, above) = halves.masses(Self.weights(differences.count, &stream))
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
    self.first = first / Double(count)
    self.equal = equal / Double(count)
    self.second = second / Double(count)
  }

  /// A draw of the Dirichlet distribution with parameters 1/2, 1, 1, ...: gamma numbers over their
  /// sum. That of 1/2 is half the square of a normal number.
  private static func weights(_ count: Int, _ stream: inout RandomStream) -> [Double] {
    let normal = stream.normal()
    var weights = [normal * normal / 2]
    for _ in 0..<count { weights.append(-.log(stream.uniform())) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
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

  init(_ differences: [Double], region: Double) {
    order = differences.indices.sorted { differences[$0] < differences[$1] }
    let sorted = order.map { differences[$0] }
    func counts(_ limit: Double) -> [(strictly: Int, atMost: Int)] {
      sorted.map { z in
        // Infinite differences of different sign are none together.
        let sums = sorted.map { z.isInfinite && $0 == -z ? 0 : z + $0 }
        return (sums.count { $0 < limit }, sums.count { $0 <= limit })
      }
    }
    below = counts(-2 * region)
    above = counts(2 * region)
  }

  /// Σ wᵢ wⱼ over the sums below and above; those at the limit count by half.
  func masses(_ weights: [Double]) -> (below: Double, above: Double) {
    var cumulated = [0.0]
    for i in order { cumulated.append(cumulated[cumulated.count - 1] + weights[i]) }
    let total = cumulated[order.count]
    var (low, high) = (0.0, 0.0)
    for (place, i) in order.enumerated() {
      let (b, a) = (below[place], above[place])
      low += weights[i] * (cumulated[b.strictly] + cumulated[b.atMost]) / 2
      high += weights[i] * (total - (cumulated[a.strictly] + cumulated[a.atMost]) / 2)
    }
    return (low, high)
  }
}
