import RealModule

/// Whether two optimizers differ over the same problems: the signed-rank test of F. Wilcoxon,
/// Biometrics Bulletin 1 (1945) 80-83, of two sides. Pairs that are equal are left out.
public struct SignedRankTest: Hashable, Sendable {
  /// The sum of the ranks of the pairs in which the first is the higher.
  public let higher: Double
  /// Of those in which it is the lower.
  public let lower: Double
  /// How many pairs differ.
  public let count: Int
  /// How likely sums as far apart are if neither tends to be the higher; 1 where no pair differs.
  ///
  /// As in scipy: exact for at most 13 pairs, and for at most 50 of which none is equal and no two
  /// differ by the same; by the normal distribution with the correction for such otherwise.
  public let p: Double

  /// - Parameter pairs: without NaN; two infinite scores are equal.
  public init(_ pairs: [(Double, Double)]) {
    let differences = pairs.filter { $0 != $1 }.map { $0 - $1 }
    let ranks = Ranks(differences.map(\.magnitude))
    higher = zip(ranks.ranks, differences).reduce(0) { $1.1 > 0 ? $0 + $1.0 : $0 }
    lower = ranks.ranks.reduce(0, +) - higher
    count = differences.count
    let isPlain = ranks.ties == 0 && count == pairs.count
    if count == 0 {
      p = 1
    } else if pairs.count <= 13 || isPlain && count <= 50 {
      p = Self.exact(min(higher, lower), ranks.ranks)
    } else {
      p = Self.approximate(min(higher, lower), Double(count), ranks.ties)
    }
  }

  /// 2 P(W ≤ w), where each of the 2ⁿ choices of signs is as likely.
  private static func exact(_ w: Double, _ ranks: [Double]) -> Double {
    // How many choices have a sum of ranks, by twice the sum: below 2⁵⁰, so exact.
    var ways = [1.0]
    for rank in ranks {
      let before = ways
      let twice = Int(2 * rank)
      ways += Array(repeating: 0, count: twice)
      for (sum, count) in before.enumerated() { ways[sum + twice] += count }
    }
    return min(1, 2 * ways[...Int(2 * w)].reduce(0, +) / .exp2(Double(ranks.count)))
  }

  private static func approximate(_ w: Double, _ n: Double, _ ties: Double) -> Double {
    let mean = n * (n + 1) / 4
    let variance = (n * (n + 1) * (2 * n + 1) - ties / 2) / 24
    return min(1, 2 * Distributions.normal((w - mean) / variance.squareRoot()))
  }
}
