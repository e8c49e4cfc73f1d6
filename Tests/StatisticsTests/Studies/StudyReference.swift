import Foundation
import Testing

/// What `benchmarks/peers/study_statistics.py` has of other programs.
struct StudyReference: Decodable, Sendable {
  struct SignedRank: Decodable, Sendable {
    let x: [Double]
    let y: [Double]
    let higher: Double
    let lower: Double
    let p: Double
  }

  struct Adjustment: Decodable, Sendable {
    let p: [Double]
    let adjusted: [Double]
  }

  struct Friedman: Decodable, Sendable {
    let scores: [[Double]]
    let averageRanks: [Double]
    let statistic: Double
    let p: Double
    let criticalDifference: Double
    let autorank: Double
    let nemenyi: Double
  }

  struct Range: Decodable, Sendable {
    let k: Int
    let p: Double
    let q: Double
  }

  struct Tail: Decodable, Sendable {
    let freedom: Int
    let x: Double
    let p: Double
  }

  struct Posterior: Decodable, Sendable {
    let x: [Double]
    let y: [Double]
    let region: Double
    let shares: [Double]
    let autorank: Ranked

    struct Ranked: Decodable, Sendable {
      /// x or y.
      let first: String
      /// How likely the other is the smaller.
      let smaller: Double
      let equal: Double
    }
  }

  /// Times of submissions on workloads; nil for never.
  struct AlgoPerf: Decodable, Sendable {
    let times: [[Double?]]
    let points: [Double]
    let profile: [[Double]]
    let score: [Double]
    let fineScore: [Double]
  }

  struct Study: Decodable, Sendable {
    struct Run: Decodable, Sendable {
      let problem: Int
      let n: Int
      let optimizer: Int
      let seed: UInt64
      let work: [Int]
      let values: [Double]
    }

    struct Restarts: Decodable, Sendable {
      let problem: Int
      let optimizer: Int
      let target: Int
      let successes: Int
      let mean: Double
      let deviation: Double
      let shares: [Double]
    }

    let targets: [Double]
    let places: [Double]
    let runs: [Run]
    /// For each problem, optimizer and target, row after row; nil for infinite.
    let expectedTimes: [Double?]
    let distribution: [[Double]]
    let data: [[Double]]
    let performance: [[Double]]
    let restarts: Restarts
  }

  let wilcoxon: [SignedRank]
  let holm: [Adjustment]
  let friedman: [Friedman]
  let studentizedRange: [Range]
  let chiSquared: [Tail]
  let bayes: [Posterior]
  let algoperf: [AlgoPerf]
  let study: Study

  static func read() throws -> StudyReference {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/studies/statistics.json")
    return try JSONDecoder().decode(StudyReference.self, from: Data(contentsOf: file))
  }
}
