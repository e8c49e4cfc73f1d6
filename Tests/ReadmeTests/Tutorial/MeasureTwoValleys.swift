import DescentKit

/// How many gradients a method asks for until f is within 1e-6 of its minimum; nil where it does
/// not come so far in 1000 steps.
func gradientsToTheBottom(with settings: some OptimizerSettings) throws -> Int? {
  let run = try descend(TwoValleys(), with: settings, steps: 1000)
  return TimeToTarget(1e-6, in: run).spent?.counts[.gradients]
}
