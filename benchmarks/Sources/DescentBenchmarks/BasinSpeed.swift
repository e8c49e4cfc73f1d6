import CPeers
import Experiments
import Objectives
import Optimizers

/// Maps of basins, of 10⁶ starts and at most 200 steps, on one thread against loops in C that go
/// start after start.
func measureBasins() async throws {
  let side = 1000
  let steps = 200
  let methods: [(specification: String, rate: Double, alpha: Double)] = [
    ("newton", 1, -1), ("sgd:lr=0.01", 0.01, 0), ("momentum:lr=0.01", 0.01, 0.9),
  ]
  for (specification, rate, alpha) in methods {
    let map = try BasinMap(
      FunctionCatalogue.function("himmelblau"), OptimizerCatalogue.settings(specification),
      columns: side, rows: side, steps: steps)
    var (ours, plain) = (Double.infinity, Double.infinity)
    var arrivals = (0, 0)
    for _ in 0..<5 {
      plain = min(
        plain,
        nanoseconds(runs: 1) {
          arrivals.1 = himmelblau_arrivals(Int32(side), Int32(steps), rate, alpha)
        })
      let begin = ContinuousClock.now
      let basins = try await map.computed()
      ours = min(ours, (ContinuousClock.now - begin) / Duration.nanoseconds(1))
      arrivals.0 = (0..<4).reduce(0) { $0 + basins.starts(at: $1) }
    }
    // A start at the edge of a basin may go either way by rounding.
    precondition(abs(arrivals.0 - arrivals.1) <= side)
    report(
      "Basins of \(specification), 10^6 starts / C loop", ratio: ours / plain, atMost: 1.5)
  }
}
