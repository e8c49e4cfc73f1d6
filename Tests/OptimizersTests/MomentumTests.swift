import LinearAlgebra
import RealModule
import Testing

@testable import Optimizers

/// Forms of momentum against each other and against their formulas.
@Suite struct MomentumTests {
  private static let quadratic = Quadratic(n: 3, condition: 10)

  private static func path(_ text: String, steps: Int = 40) throws -> [(x: Vector, other: Vector)] {
    try path(OptimizerCatalogue.settings(text), steps)
  }

  private static func path<S: OptimizerSettings>(
    _ settings: S, _ steps: Int
  ) throws -> [(x: Vector, other: Vector)] {
    var method = S.Method(settings, dimension: 3)
    var oracle = quadratic.oracle
    var x: Vector = [1, 2, -1]
    return try (1...steps).map { _ in
      try method.step(from: &x, querying: &oracle)
      return (x, method.evaluationPoint(from: x))
    }
  }

  private func gap(_ a: Vector, _ b: Vector) -> Double {
    zip(a, b).map { abs($0 - $1) }.max() ?? 0
  }

  /// Iterates are of size 1; 40 steps round a few hundred times.
  private let rounding = 1e-13

  @Test(arguments: ["momentum", "nesterov", "nesterov:form=reformulated"])
  func placementsOfAConstantRateAreTheSame(_ name: String) throws {
    let join = name.contains(":") ? "," : ":"
    let inside = try Self.path("\(name)\(join)rate=inside")
    let outside = try Self.path("\(name)\(join)rate=outside")
    for (a, b) in zip(inside, outside) { #expect(gap(a.x, b.x) <= rounding) }
  }

  @Test(arguments: ["", ",weight-decay=0.1", ",rate=outside,weight-decay=0.1"])
  func formsOfNesterovWalkTheSamePaths(_ more: String) throws {
    let ahead = try Self.path("nesterov:form=look-ahead" + more)
    let libraries = try Self.path("nesterov:form=reformulated" + more)
    for (a, b) in zip(ahead, libraries) {
      #expect(gap(a.other, b.x) <= rounding)
      #expect(gap(a.x, b.other) <= rounding)
    }
  }

  /// Constant slope 1: m₁ = −ε₁, m₂ = αm₁ − ε₂ inside; θ moves by −ε₂(α + 1) outside.
  @Test func placementsOfAScheduledRateDiffer() throws {
    let rate = "piecewise(1/0.1,at=1)"
    let inside = try slide("momentum:alpha=0.5,lr=\(rate)")
    let outside = try slide("momentum:alpha=0.5,lr=\(rate),rate=outside")
    #expect(inside == [-1, -1 - 0.5 - 0.1])
    #expect(outside == [-1, -1 - 0.1 * 1.5])
    let ahead = try slide("nesterov:alpha=0.5,lr=\(rate)")
    #expect(ahead == inside, "a constant gradient is the same anywhere")
  }

  @Test func alphaFollowsASchedule() throws {
    let steps = try slide("momentum:lr=1,alpha=piecewise(0/0.5/0.25,at=1/2)", count: 3)
    #expect(steps == [-1, -2.5, -2.5 - (0.25 * 1.5 + 1)])
  }

  @Test func dampingLeavesTheFirstGradient() throws {
    let steps = try slide("momentum:lr=1,alpha=0.5,dampening=0.75", count: 2)
    #expect(steps == [-1, -1 - 0.5 - 0.25])
  }

  private func slide(_ text: String, count: Int = 2) throws -> Vector {
    try slide(OptimizerCatalogue.settings(text), count)
  }

  private func slide<S: OptimizerSettings>(_ settings: S, _ count: Int) throws -> Vector {
    var method = S.Method(settings, dimension: 1)
    var oracle = TestOracle(dimension: 1) { (0, $0.map { _ in 1 }) }
    var x: Vector = [0]
    return try (0..<count).map { _ in
      try method.step(from: &x, querying: &oracle)
      return x[0]
    }
  }

  /// f − f* ≤ 2L‖x₀ − x*‖²/(k + 1)² with ε = 1/L (Beck and Teboulle 2009, theorem 4.4).
  @Test(arguments: ["none", "value", "gradient"])
  func nesterovConvexKeepsItsRate(_ restart: String) throws {
    let quadratic = Quadratic(n: 30, condition: 1000)
    let distance = quadratic.center.dot(quadratic.center)
    let settings = try OptimizerCatalogue.settings("nesterov-convex:lr=0.001,restart=\(restart)")
    var method = NesterovConvex.Method(try #require(settings as? NesterovConvex), dimension: 30)
    var oracle = quadratic.oracle
    var x = Vector.zeros(30)
    for k in 1...300 {
      try method.step(from: &x, querying: &oracle)
      let bound = 2 * 1000 * distance / Double((k + 1) * (k + 1))
      #expect(oracle.gradient(x).value <= bound, "at \(k)")
    }
  }

  /// Without restarts f ripples on a strongly convex function.
  @Test func restartsHelpWhereFIsStronglyConvex() throws {
    func end(_ restart: String) throws -> Double {
      let path = try Self.path("nesterov-convex:lr=0.1,restart=\(restart)", steps: 300)
      return gap(path[299].x, Self.quadratic.center)
    }
    let plain = try end("none")
    #expect(try end("gradient") < 1e-6 * plain)
    #expect(try end("value") < 1e-6 * plain)
  }

  /// With ν = 0 plain descent, with ν = 1 momentum of 1 − β times the rate.
  @Test func quasiHyperbolicMomentumHasItsLimits() throws {
    let plain = try Self.path("sgd:lr=0.02")
    let ball = try Self.path("momentum:lr=0.002,alpha=0.9")
    let first = try Self.path("qhm:lr=0.02,beta=0.9,nu=0")
    let last = try Self.path("qhm:lr=0.02,beta=0.9,nu=1")
    for k in 0..<40 {
      #expect(gap(plain[k].x, first[k].x) <= rounding)
      #expect(gap(ball[k].x, last[k].x) <= rounding)
    }
  }

  /// On ½λx² Polyak's step is 1/(2λ): x halves.
  @Test func polyakHalvesAParabola() throws {
    var method = PolyakStep.Method(PolyakStep(), dimension: 1)
    var oracle = TestOracle(dimension: 1) { x in (3 * x[0] * x[0] / 2, [3 * x[0]]) }
    var x: Vector = [1]
    try method.step(from: &x, querying: &oracle)
    #expect(abs(x[0] - 0.5) <= 1e-15)
    #expect(abs(method.learningRate - 1.0 / 6) <= 1e-16)
  }

  /// Any power of two times f gives Rprop the same path.
  @Test func rpropSeesOnlySigns() throws {
    func end(_ scale: Double) throws -> Vector {
      var method = Rprop.Method(Rprop(), dimension: 3)
      var oracle = TestOracle(dimension: 3) { x in
        let answer = Self.quadratic.oracle.gradient(x)
        return (scale * answer.value, answer.gradient.map { scale * $0 })
      }
      var x: Vector = [1, 2, -1]
      for _ in 1...100 { try method.step(from: &x, querying: &oracle) }
      return x
    }
    #expect(try end(1) == end(0x1p-600))
    #expect(try end(1) == end(0x1p600))
  }

  @Test func refusesWhatHasNoMeaning() {
    for text in ["acc-sgd:kappa=1", "rprop:min-step=1,max-step=0.1", "aggmo:betas=0/1"] {
      #expect(throws: (any Error).self) { try OptimizerCatalogue.settings(text) }
    }
  }
}
