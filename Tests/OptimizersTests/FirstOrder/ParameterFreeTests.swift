import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

@Suite struct ParameterFreeTests {
  private static func valley(_ x: Vector) -> (value: Double, gradient: Vector) {
    let rosenbrock = Rosenbrock()
    return (rosenbrock.value(at: x), rosenbrock.gradient(at: x))
  }

  private static func absolute(_ x: Vector) -> (value: Double, gradient: Vector) {
    (abs(x[0]), [x[0] == 0 ? 0 : x[0] < 0 ? -1 : 1])
  }

  // MARK: Schedule-free

  /// With a constant rate x is the plain average of z₁ … zₜ, and gradients are taken at
  /// (1−β) z + βx.
  @Test func theAverageIsThatOfTheBasePoints() throws {
    var settings = ScheduleFreeSGD(learningRate: 0.001)
    settings.averaging.beta = 0.8
    var run = Descents(settings, from: [-1.2, 1], gradient: Self.valley)
    var sum: Vector = [0, 0]
    for t in 1...200 {
      let point = run.method.evaluationPoint(from: run.x)
      let z = run.method.average.base.isEmpty ? run.x : run.method.average.base
      for i in 0..<2 { #expect(abs(point[i] - (0.2 * z[i] + 0.8 * run.x[i])) <= 1e-15) }
      try run.step()
      #expect(run.oracle.points.last == point)
      sum.add(1, run.method.average.base)
      for i in 0..<2 { #expect(abs(run.x[i] - sum[i] / Double(t)) <= 1e-13) }
    }
  }

  /// While the rate rises the weights are its squares, times the step to the power r.
  @Test func theWeightsFollowTheRate() throws {
    var settings = ScheduleFreeAdamW(learningRate: 0.01)
    settings.averaging.warmup = 10
    settings.averaging.stepPower = 1
    var run = Descents(settings, from: [-1.2, 1], gradient: Self.valley)
    var sum: Vector = [0, 0]
    var weights = 0.0
    for t in 1...50 {
      try run.step()
      let rate = 0.01 * min(1, Double(t) / 10)
      #expect(abs(run.method.learningRate - rate) <= 1e-17)
      weights += Double(t) * rate * rate
      sum.add(Double(t) * rate * rate, run.method.average.base)
      for i in 0..<2 { #expect(abs(run.x[i] - sum[i] / weights) <= 1e-13) }
    }
  }

  /// β = 0 averages the iterates of plain SGD.
  @Test func withoutBetaItAveragesSGD() throws {
    var settings = ScheduleFreeSGD(learningRate: 0.05)
    settings.averaging.beta = 0
    var free = Descents(settings, from: [1, 2], gradient: bowl([1, 10]))
    var sgd = Descents(SGD(learningRate: 0.05), from: [1, 2], gradient: bowl([1, 10]))
    for _ in 0..<30 {
      try free.step()
      try sgd.step()
      #expect(free.method.average.base == sgd.x)
    }
  }

  // MARK: Estimates of the distance

  @Test(arguments: [true, false]) func prodigysEstimateNeverFalls(correctsBias: Bool) throws {
    var settings = Prodigy()
    settings.correctsBias = correctsBias
    settings.growth = 1.5
    var run = Descents(settings, from: [-1.2, 1], gradient: Self.valley)
    var last = settings.initialDistance
    for _ in 0..<500 {
      try run.step()
      #expect(run.method.distance >= last)
      // The first estimate is free; those after it grow by the factor at most.
      if last > settings.initialDistance {
        #expect(run.method.distance <= 1.5 * last * (1 + 1e-15))
      }
      last = run.method.distance
    }
    #expect(last > 1e-3)
  }

  /// |x| from starts of any size, without a rate: the steps fall as 1/√t, the distance is found.
  @Test(arguments: [1e-3, 1, 1e5]) func dAdaptationFindsTheRate(start: Double) throws {
    let rate = try Rate(parsing: "power(1,r=1,c=0.5)", in: .nonNegative)
    var sgd = Descents(DAdaptSGD(learningRate: rate), from: [start], gradient: Self.absolute)
    var adam = Descents(DAdaptAdam(learningRate: rate), from: [start], gradient: Self.absolute)
    for _ in 0..<4000 {
      try sgd.step()
      try adam.step()
      // Theory: no estimate is above twice the distance.
      #expect(sgd.method.distance <= 2 * start)
    }
    #expect(abs(sgd.x[0]) <= 0.05 * start)
    #expect(abs(adam.x[0]) <= 0.05 * start)
    #expect(sgd.method.distance >= 0.1 * start && adam.method.distance >= 0.1 * start)
  }

  @Test func nothingMovesWithoutGradients() throws {
    for settings in [Prodigy(), DAdaptSGD(), DAdaptAdam()] as [any OptimizerSettings] {
      try expectRest(settings)
    }
  }

  private func expectRest(_ settings: some OptimizerSettings) throws {
    var run = Descents(settings, from: [1, 2], gradient: bowl([0, 0]))
    try run.step(3)
    #expect(run.x == [1, 2])
  }
}
