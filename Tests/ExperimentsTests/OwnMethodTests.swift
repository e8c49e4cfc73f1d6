import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Specifications
import Testing

/// A method of one's own is written with what is public: a schedule, a weight decay, a memory.
@Suite struct OwnMethodTests {
  /// Settings of one's own method, which the catalogue's `qhm` with ν = 1 understands as well.
  static let texts = [
    "lr=0.01,momentum=0.5", "lr=0.01,beta=0.5",
    "lr=warmup(step(0.02,every=7),steps=5),momentum=0.9",
    "lr=0.01,momentum=0.9,weight-decay=0.1",
    "lr=0.01,momentum=0.9,weight-decay=0.1,decay=decoupled",
  ]

  @Test(arguments: texts)
  func isTheCataloguesMethod(_ text: String) throws {
    let (mine, theirs) = try settings(text)
    let (a, b) = try (path(of: mine), path(of: theirs))
    try expectClose(a, b)
    #expect(a.point(40) != a.point(0))
  }

  @Test(arguments: texts)
  func canBeWrapped(_ text: String) throws {
    var (mine, theirs) = (Lookahead(), Lookahead())
    (mine.base, theirs.base) = try settings(text)
    try expectClose(path(of: mine), path(of: theirs))
  }

  @Test func printsUnderTheNamesOfItsParameters() throws {
    let text = "averaged:lr=step(0.1),beta=0.5,decay=decoupled,weight-decay=0.01"
    let printed = try Averaged(Specification(parsing: text)).specification
    #expect(
      printed.description == "averaged:lr=step,momentum=0.5,weight-decay=0.01,decay=decoupled")
    #expect(try Averaged(printed).specification == printed)
  }

  private func settings(_ text: String) throws -> (Averaged, any GradientSettings) {
    let mine = try Averaged(Specification(parsing: "averaged:\(text)"))
    let theirs = try OptimizerCatalogue.settings("qhm:nu=1,\(text)")
    return (mine, try #require(theirs as? any GradientSettings))
  }

  private func path(of settings: some OptimizerSettings) throws -> Trajectory {
    try descend(Rosenbrock(), with: settings, from: [-0.5, 0.5], steps: 40)
  }

  /// Equal up to the rounding of 40 steps.
  private func expectClose(_ a: Trajectory, _ b: Trajectory) throws {
    try #require(a.count == 41 && b.count == 41)
    for k in 0..<a.count {
      for (u, v) in zip(a.point(k), b.point(k)) {
        #expect(abs(u - v) <= 1e-12 * max(1, abs(v)), "step \(k)")
      }
    }
  }
}

/// Momentum by an average of gradients: m ← βm + (1−β)g, θ ← θ − εm.
private struct Averaged: DecayingSettings {
  static let card = OptimizerCard(
    name: "averaged", title: "Averaged gradients", order: .first,
    formula: "m <- beta m + (1 - beta) g, theta <- theta - eps m", reference: "this file")
  static let parameters: [Parameter<Self>] =
    [
      .rate("lr", \.learningRate, symbol: "ε", in: .nonNegative, "learning rate"),
      .number("momentum", \.momentum, symbol: "β", in: .decay, "decay of the average")
        .aliased("beta"),
    ] + decayParameters

  var learningRate: Rate = 0.05
  var momentum = 0.9
  var decay = WeightDecay()

  struct Method: GradientMethod {
    private let settings: Averaged
    var gradient: Vector
    private var average: Vector
    private var clock: RateClock
    var learningRate: Double { clock.rate }

    init(_ settings: Averaged, dimension: Int) {
      self.settings = settings
      gradient = .zeros(dimension)
      average = .zeros(dimension)
      clock = RateClock(settings.learningRate)
    }

    mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      clock.advance(loss: value)
      settings.decay.apply(&x, &g, rate: clock.rate)
      average.scale(by: settings.momentum)
      average.add(1 - settings.momentum, g)
      x.add(-clock.rate, average)
    }
  }
}
