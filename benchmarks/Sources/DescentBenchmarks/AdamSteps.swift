import Benchmark
import CPeers
import Experiments
import Objectives
import Optimizers

/// Adam on Rosenbrock's function of two variables: through the public interface, every step
/// recorded, against a loop in C that records nothing.
func measureSteps() throws {
  let steps = 100_000
  let suite = BenchmarkSuite(name: "Adam, n = 2, \(steps) steps") { suite in
    suite.benchmark("C loop, no recording") {
      var start = [-1.2, 1.0]
      adam_on_rosenbrock(&start, steps, 0.02)
      precondition(start[0].isFinite)
    }
    suite.benchmark("descend, recording") {
      let trajectory = try descend(Rosenbrock(), with: Adam(learningRate: 0.02), steps: steps)
      precondition(trajectory.count == steps + 1)
    }
  }
  var runner = BenchmarkRunner(
    suites: [suite], settings: [Iterations(60), WarmupIterations(2)])
  try runner.run()
  // The least time of each: whatever else the machine does only adds to it.
  let times = runner.results.map { $0.measurements.min() ?? .nan }
  report("Adam step with recording / C loop", ratio: times[1] / times[0], atMost: 3)
}
