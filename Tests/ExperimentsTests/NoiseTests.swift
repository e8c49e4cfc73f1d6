import Experiments
import Objectives
import Optimizers
import Testing

@Suite struct NoiseTests {
  private func run(_ function: String, seed: UInt64, steps: Int = 200) throws -> Trajectory {
    try descend(
      FunctionCatalogue.function(function), with: SGD(learningRate: 0.001),
      plan: Plan(budget: Budget(steps: steps), seed: seed))
  }

  @Test func theSameSeedsGiveTheSameDigits() throws {
    let first = try run("noisy(himmelblau,sigma=2)", seed: 3)
    #expect(try run("noisy(himmelblau,sigma=2)", seed: 3) == first)
    #expect(try run("noisy(himmelblau,sigma=2)", seed: 4) != first)
    #expect(try run("noisy(himmelblau,sigma=2,seed=1)", seed: 3).coordinates != first.coordinates)
  }

  /// The recording shows the true f; without noise it is the run of the function inside.
  @Test func recordingsAreExact() throws {
    let noisy = try run("noisy(himmelblau,sigma=2)", seed: 3)
    for i in 0..<noisy.count {
      #expect(noisy.values[i] == Himmelblau().value(at: noisy.point(i)))
    }
    let silent = try run("noisy(himmelblau,sigma=0)", seed: 3)
    #expect(try silent.coordinates == run("himmelblau", seed: 3).coordinates)
  }

  /// One SGD step from a point moves by −ε (g + σ z): over many seeds z has mean 0 and variance 1,
  /// within five standard errors.
  @Test func gradientsAreDisturbedBySigma() throws {
    let n = 2000
    let exact = try run("himmelblau", seed: 0, steps: 1).point(1)
    let draws = try (0..<n).map { seed in
      let point = try run("noisy(himmelblau,sigma=0.5)", seed: UInt64(seed), steps: 1).point(1)
      return (exact[0] - point[0]) / (0.001 * 0.5)
    }
    let mean = draws.reduce(0, +) / Double(n)
    let variance = draws.reduce(0) { $0 + $1 * $1 } / Double(n)
    #expect(abs(mean) <= 5 / Double(n).squareRoot())
    #expect(abs(variance - 1) <= 5 * (2 / Double(n)).squareRoot())
  }

  @Test func valuesAreDisturbedOnlyWhereAskedFor() {
    var source = NoiseSource(Noise(gradientDeviation: 1), run: 0)
    #expect(source.disturb(1.5) == 1.5)
    var loud = NoiseSource(Noise(valueDeviation: 1), run: 0)
    #expect(loud.disturb(1.5) != 1.5)
    var gradient = [1.0, 2]
    loud.disturb(&gradient)
    #expect(gradient == [1, 2])
  }
}
