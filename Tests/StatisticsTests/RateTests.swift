import Foundation
import Objectives
import Optimizers
import Specifications
import Testing

@testable import Experiments
@testable import Statistics

/// The law by which an excess falls is found from the excess alone.
@Suite struct RateTests {
  private static func run(
    _ values: [Double], minimum: Double? = 0, _ kind: Outcome.Kind = .budgetSpent
  ) -> Trajectory {
    var run = Trajectory(
      function: Specification(name: "f"), dimension: 1, optimizer: Specification(name: "o"),
      title: "O", seed: 0, minimum: minimum,
      evaluationPointName: nil)
    for (k, value) in values.enumerated() {
      run.steps.append(k)
      run.values.append(value)
      run.cumulated.append(Counts())
    }
    run.outcome = Outcome(kind, "")
    return run
  }

  // Logarithms of doubles are exact to a few times 1e-16, and so are slopes over spans of 1 and
  // more: 1e-12 is far above both.
  private static let rounding = 1e-12

  @Test(arguments: [-0.5, -1.0, -2], [100, 1000])
  func powerLawsAreFitted(p: Double, steps: Int) throws {
    let values = (0...steps).map { pow(Double($0 + ($0 == 0 ? 1 : 0)), p) }
    let rate = try #require(FittedRate(Self.run(values)))
    #expect(rate.law == .power && abs(rate.value - p) <= Self.rounding)
    #expect(rate.residual <= Self.rounding)
    #expect(rate.range.upperBound >= steps * 98 / 100)
    #expect(Double(rate.range.lowerBound) >= Double(steps).squareRoot())
  }

  /// Gradient descent with the rate α on the axis of the curvature 1 of a quadratic multiplies the
  /// excess by (1 − α)² at each step, however many there are.
  @Test(arguments: [50, 100, 200, 400], [(0.05, 0.9025), (0.01, 0.9801)])
  func gradientDescentConvergesLinearly(steps: Int, rate: (lr: Double, factor: Double)) throws {
    let function = try FunctionCatalogue.function("quadratic:condition=20")
    let run = try descend(
      function, with: OptimizerCatalogue.settings("sgd:lr=\(rate.lr)"), from: [1, 0],
      plan: Plan(budget: Budget(steps: steps)))
    let fitted = try #require(FittedRate(run))
    #expect(fitted.law == .factor && abs(fitted.value - rate.factor) <= Self.rounding)
    #expect(fitted.residual <= Self.rounding)
  }

  /// Excesses 10^−rᵏ, of the secant method's order, of Newton's and of Halley's. The golden section
  /// leaves an order uncertain by the root of the rounding errors of the sums of squares.
  @Test(arguments: [(1.618033988749895, 7), (2, 6), (3, 5)])
  func ordersAreFitted(order: Double, steps: Int) throws {
    let values = (0...steps).map { pow(10, -0.05 * pow(order, Double($0))) }
    let rate = try #require(FittedRate(Self.run(values)))
    #expect(rate.law == .order && abs(rate.value - order) <= 1e-6)
  }

  /// On x − ln x Newton's method gives t ↦ −t² for t = x − 1. The order was fitted to these
  /// excesses with numpy's lstsq and scipy's minimize_scalar; rounding in f is 5e-7 of the last.
  @Test func newtonConvergesQuadratically() throws {
    let function = try FunctionCatalogue.function("x-log(x):minimum=1")
    let newton = try OptimizerCatalogue.settings("newton:search=fixed")
    let run = try descend(
      function, with: newton, from: [1.96], plan: Plan(budget: Budget(steps: 20)))
    let rate = try #require(FittedRate(run))
    #expect(rate.law == .order && abs(rate.value - 1.90252448491989) <= 1e-5)
  }

  /// What is no law has a residual that says so: an excess that is 1 and 1/e in turn is half a unit
  /// of ln e away from any line, up to the degrees of freedom.
  @Test func residualsTellTheMisfit() throws {
    let values = (0...1000).map { $0 % 2 == 0 ? 1 : 1 / M_E }
    let rate = try #require(FittedRate(Self.run(values)))
    #expect(rate.residual > 0.45 && rate.residual < 0.55)
  }

  @Test func theRangeEndsAtRounding() throws {
    let values = (0...200).map { pow(0.5, Double($0)) }
    // 2^−46 is the last above 1e-14, 2^−39 the last above eight units in the last place of 1000.
    #expect(try #require(FittedRate(Self.run(values))).range.upperBound == 46)
    let raised = Self.run(values.map { 1000 + $0 }, minimum: 1000)
    #expect(try #require(FittedRate(raised)).range.upperBound == 39)
  }

  @Test func fewPointsGiveNoRate() {
    #expect(FittedRate(Self.run([5, 4, 3, 2, 1])) == nil)
    #expect(FittedRate(Self.run([6, 5, 4, 3, 2, 1])) != nil)
    #expect(FittedRate(Self.run([6, 5, 4, 3, 2, 1], minimum: nil)) == nil)
  }

  // MARK: Several runs

  private static func decay(_ factor: Double, from start: Double, steps: Int) -> [Double] {
    (0...steps).map { start * pow(factor, Double($0)) }
  }

  @Test func theMedianOfRunsHasARate() throws {
    let runs = [0.5, 1, 8].map { Self.run(Self.decay(0.9, from: $0, steps: 100)) }
    let rate = try #require(FittedRate(medianOf: runs))
    #expect(rate.law == .factor && abs(rate.value - 0.9) <= Self.rounding)
  }

  /// One of three that has diverged is an infinite one; two of three leave no rate.
  @Test func failuresCountInTheRate() throws {
    let good = Self.run(Self.decay(0.9, from: 1, steps: 100))
    let bad = Self.run([1, .nan], .diverged)
    let rate = try #require(FittedRate(medianOf: [good, good, bad]))
    #expect(abs(rate.value - 0.9) <= Self.rounding)
    #expect(FittedRate(medianOf: [good, bad, bad]) == nil)
  }

  /// Runs that have converged stand still, which is no rate.
  @Test func theRateEndsWithHalfOfTheRuns() throws {
    let short = Self.run(Self.decay(0.8, from: 1, steps: 30), .converged)
    let long = Self.run(Self.decay(0.9, from: 1, steps: 100))
    let rate = try #require(FittedRate(medianOf: [short, short, long]))
    #expect(rate.range.upperBound <= 30 && abs(rate.value - 0.8) <= Self.rounding)
  }
}
