import LinearAlgebra

/// How uncertain a curve over the runs of a study is, had other problems of their kind been chosen
/// and other seeds been drawn: problems are drawn anew with replacement, then in each cell of a
/// drawn problem its runs, and the curve is computed of those, many times (B. Efron and R. J.
/// Tibshirani, An Introduction to the Bootstrap, 1993, chapters 8 and 13).
public struct Bootstrap: Hashable, Sendable {
  /// Of the draws; that of a number is the same however many there are.
  public var seed: UInt64
  /// How often the curve is computed anew.
  public var count: Int
  /// How often of 1 a band holds the curve.
  public var level: Double

  /// - Parameters:
  ///   - count: 1 or more.
  ///   - level: between 0 and 1.
  public init(seed: UInt64 = 0, count: Int = 200, level: Double = 0.95) {
    precondition(count >= 1 && level > 0 && level < 1, "no bootstrap")
    (self.seed, self.count, self.level) = (seed, count, level)
  }

  /// Percentile intervals of lists of numbers that a function computes, a list a curve, with the
  /// stream to draw from.
  func bands(at places: [Double], _ curves: (inout RandomStream) -> [[Double]]) -> [ShareBand] {
    let drawn = (0..<count).map { number in
      var stream = RandomStream(seed: seed, stream: UInt64(number))
      return curves(&stream)
    }
    let tail = (1 - level) / 2
    return (drawn.first ?? []).indices.map { curve in
      let samples = places.indices.map { place in drawn.map { $0[curve][place] }.sorted() }
      return ShareBand(
        places: places, lower: samples.map { Quantiles.value($0, at: tail) },
        upper: samples.map { Quantiles.value($0, at: 1 - tail) })
    }
  }
}

/// Where a share may lie, at some places.
public struct ShareBand: Hashable, Sendable {
  /// As they were asked for.
  public let places: [Double]
  /// One for each of `places`.
  public let lower: [Double]
  /// One for each of `places`.
  public let upper: [Double]
}
