import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import RealModule
import Specifications
import Testing

/// What theory says of minibatches and of methods that see them, met within intervals.
@Suite struct StochasticTheoryTests {
  private static func sum(_ text: String) throws -> any TestFunction & FiniteSum {
    try #require(FunctionName.function(text) as? any TestFunction & FiniteSum)
  }

  private static func run(
    _ function: any TestFunction, _ optimizer: String, steps: Int, seed: UInt64,
    recorded: Cadence = .all
  ) throws -> Trajectory {
    let settings = try OptimizerCatalogue.settings(optimizer)
    return try descend(
      function, with: settings,
      plan: Plan(budget: Budget(steps: steps), cadence: recorded, seed: seed))
  }

  /// The gradients of each example at x.
  private static func gradients(_ sum: any FiniteSum, at x: Vector) -> [Vector] {
    (0..<sum.exampleCount).map { sum.gradient(at: x, over: [$0]) }
  }

  /// Σ ‖gᵢ − ḡ‖²/m, the trace of the covariance of an example's gradient.
  private static func variance(_ gradients: [Vector], about mean: Vector) -> Double {
    let squares = gradients.map { g in
      let d = g.minus(mean)
      return d.dot(d)
    }
    return squares.reduce(0, +) / Double(gradients.count)
  }

  // MARK: - Minibatches

  /// Drawn with replacement, a minibatch of m has the mean ∇J and the variance of one example over
  /// m. Of 4,000 draws the mean is within 4 standard errors, the variance within 10%.
  @Test(arguments: [1, 4, 16])
  func minibatchGradientsAreUnbiased(_ m: Int) throws {
    let sum = try Self.sum("logistic-regression:data=moons(n=60),l2=0.1")
    let x: Vector = [0.3, -0.5, 0.2]
    let mean = sum.gradient(at: x)
    let variance = Self.variance(Self.gradients(sum, at: x), about: mean) / Double(m)
    var source = MinibatchSource(
      Minibatch(size: m, sampling: .withReplacement), of: sum.exampleCount, run: 11)
    let draws = (0..<4000).map { _ in
      source.draw()
      return sum.gradient(at: x, over: source.current)
    }
    var average = Vector.zeros(3)
    for draw in draws { average.add(1 / 4000, draw) }
    let error = average.minus(mean)
    #expect(error.norm <= 4 * (variance / 4000).squareRoot())
    let ratio = Self.variance(draws, about: mean) / variance
    #expect(abs(ratio - 1) < 0.1)
  }

  // MARK: - Stochastic gradient descent

  /// With ε ∝ 1/k the mean excess on ridge regression falls as 1/k: slope −1 ± 0.1 over 20 seeds.
  @Test func decayingRatesGiveOneOverK() throws {
    let ridge = try Self.sum(
      "linear-regression:data=regression(n=100,d=3,noise=1),l2=0.1,batch=1,sampling=with-replacement"
    )
    let ks = [300, 1000, 3000, 10_000]
    var means = Vector.zeros(ks.count)
    for seed in 1...20 {
      let run = try Self.run(
        ridge, "sgd:lr=power(0.1,r=20,c=1)", steps: 10_000, seed: UInt64(seed),
        recorded: .steps(ks))
      for (i, k) in ks.enumerated() {
        let entry = try #require(run.steps.firstIndex(of: k))
        means[i] += try #require(run.excess(entry)) / 20
      }
    }
    let slope = Self.slope(ks.map { Double($0) }, means)
    #expect(abs(slope + 1) < 0.1, "slope \(slope)")
  }

  /// At a constant rate iterates stay in a ball whose mean excess is (ε/4) tr Σ to first order, Σ
  /// being the covariance of a minibatch's gradient at the minimum: within 15% over 20 seeds.
  @Test(arguments: [0.01, 0.02])
  func constantRatesEndInTheNoiseBall(_ rate: Double) throws {
    let ridge = try Self.sum(
      "linear-regression:data=regression(n=100,d=3,noise=1),l2=0.1,batch=4,sampling=with-replacement"
    )
    let minimizer = try #require(ridge.minimizers.first)
    let gradient = ridge.gradient(at: minimizer)
    let noise = Self.variance(Self.gradients(ridge, at: minimizer), about: gradient) / 4
    var total = 0.0
    var count = 0
    for seed in 1...20 {
      let run = try Self.run(
        ridge, "sgd:lr=\(rate)", steps: 4000, seed: UInt64(seed), recorded: .every(20))
      for i in run.steps.indices where run.steps[i] >= 1000 {
        total += try #require(run.excess(i))
        count += 1
      }
    }
    let ratio = total / Double(count) / (rate / 4 * noise)
    #expect(abs(ratio - 1) < 0.15, "ratio \(ratio)")
  }

  // MARK: - Variance reduction

  static let reduced = [
    ("svrg", 0.1), ("sarah", 0.3), ("saga", 1.0 / 3), ("sag", 1.0 / 16), ("katyusha", 1.0 / 3),
  ]

  /// With steps of their papers, in units of 1/L, methods of reduced variance come within 1e-12 of a
  /// minimum that Newton's method has certified, where SGD with the same rate stays in its ball.
  @Test(arguments: reduced)
  func reducedVarianceConvergesLinearly(_ name: String, _ share: Double) throws {
    let logistic = try Self.sum("logistic-regression:data=moons(n=100,noise=0.3),l2=0.1,batch=1")
    let minimum = try #require(logistic.minimum)
    #expect(logistic.minimumBasis == .computed)
    let rate = share / Self.smoothness(logistic)
    for seed in [1, 2, 3] as [UInt64] {
      let run = try Self.run(
        logistic, "\(name):lr=\(rate)", steps: 30_000, seed: seed, recorded: .every(1000))
      #expect(abs(try #require(run.values.last) - minimum) < 1e-12, "\(name)")
      let half = try #require(run.excess(run.count / 4))
      #expect(half < 0.1 * (try #require(run.excess(0))))
    }
    let sgd = try Self.run(
      logistic, "sgd:lr=\(rate)", steps: 30_000, seed: 1, recorded: .every(1000))
    #expect(try #require(sgd.values.last) - minimum > 1e-7)
  }

  /// L: the largest curvature of an example's loss, ¼ ‖(xᵢ, 1)‖² + λ of logistic regression.
  private static func smoothness(_ sum: any TestFunction & FiniteSum) -> Double {
    let origin = Vector.zeros(sum.dimension)
    // The Hessian of an example at 0 is ¼ a aᵀ + λ: its trace is no less than L.
    return (0..<sum.exampleCount).map { i in
      (0..<sum.dimension).map { j in
        var unit = origin
        unit[j] = 1
        return sum.hessianProduct(at: origin, along: unit, over: [i])[j]
      }.reduce(0, +)
    }.max() ?? .nan
  }

  /// On consistent equations the squared distance to the solution falls, in the mean, by 1 − λ/m a
  /// step or more, λ being the least eigenvalue of ÃᵀÃ with rows of length 1.
  @Test func kaczmarzHasItsFactor() throws {
    let equations = try Self.sum(
      "linear-regression:data=regression(n=40,d=3,noise=0),batch=1,sampling=with-replacement")
    let solution = try #require(equations.minimizers.first)
    let factor = try Self.kaczmarzFactor(equations)
    let start = solution.minus(equations.start)
    let steps = 60
    let ratios = try (1...40).map { seed in
      let run = try Self.run(equations, "kaczmarz", steps: steps, seed: UInt64(seed))
      let rest = run.point(run.count - 1).minus(solution)
      return rest.dot(rest) / start.dot(start)
    }
    let mean = ratios.reduce(0, +) / 40
    #expect(mean <= 1.5 * Vector(repeating: factor, count: steps).reduce(1, *), "mean \(mean)")
    #expect(mean > 0)
  }

  /// 1 − λ/m, from the gradients at a point that solves no equation: they lie along the rows.
  private static func kaczmarzFactor(_ sum: any TestFunction & FiniteSum) throws -> Double {
    let n = sum.dimension
    var gram = SymmetricMatrix(order: n)
    for gradient in gradients(sum, at: Vector(repeating: 10, count: n)) {
      let square = gradient.dot(gradient)
      for i in 0..<n {
        for j in 0...i { gram[i, j] += gradient[i] * gradient[j] / square }
      }
    }
    let least = try #require(gram.eigenvalues().first)
    return 1 - least / Double(sum.exampleCount)
  }

  // MARK: - Lines

  /// The slope of ln y against ln x by least squares.
  private static func slope(_ x: [Double], _ y: [Double]) -> Double {
    let points = zip(x, y).map { (Double.log($0), Double.log($1)) }
    let count = Double(points.count)
    let meanX = points.map(\.0).reduce(0, +) / count
    let meanY = points.map(\.1).reduce(0, +) / count
    let above = points.map { ($0.0 - meanX) * ($0.1 - meanY) }.reduce(0, +)
    return above / points.map { ($0.0 - meanX) * ($0.0 - meanX) }.reduce(0, +)
  }
}
