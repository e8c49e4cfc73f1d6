import Experiments
import Specifications
import Statistics
import Testing

/// Pairs of optimizers that share the draws of a posterior.
struct PosteriorSharingTests {
  @Test func pairsTogetherAreAsEachAlone() {
    let scores: [[Double]] = [
      [1, 2, 0.5], [3, 3.05, 3.2], [.infinity, 2, .infinity], [0, -1, 4], [5, 5, .infinity],
      [2, 2.2, 2.4], [7, 1, 0],
    ]
    let problems = scores.indices.map {
      StudyProblem(Specification(name: "f\($0)"))
    }
    let table = ScoreTable(problems, ["a", "b", "c"], scores)
    let pairs: [(first: Int, second: Int)] = [(0, 1), (0, 2), (1, 2)]
    let together = table.posteriors(of: pairs, count: 500, seed: 3)
    let alone = pairs.map { table.posterior($0.first, $0.second, count: 500, seed: 3) }
    #expect(together == alone)
    #expect(table.posteriors(of: [], count: 5).isEmpty)
  }
}
