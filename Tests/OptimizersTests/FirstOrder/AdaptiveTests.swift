import LinearAlgebra
import Testing

@testable import Optimizers

@Suite struct AdaptiveTests {
  private func end(_ text: String, from start: Vector, _ a: Vector, steps: Int) throws -> Vector {
    try end(OptimizerCatalogue.settings(text), from: start, a, steps: steps)
  }

  private func end(
    _ settings: some OptimizerSettings, from start: Vector, _ a: Vector, steps: Int
  ) throws -> Vector {
    var run = Descents(settings, from: start, gradient: bowl(a))
    try run.step(steps)
    return run.x
  }

  // MARK: RMSProp

  /// Where the rate stands in the momentum's buffer matters under a schedule only.
  @Test func ratesInsideAndOutsideTheBuffer() throws {
    func ends(_ rate: String) throws -> [Vector] {
      try ["inside", "outside"].map {
        try end(
          "rmsprop:lr=\(rate),momentum=0.9,momentum-rate=\($0)", from: [1, 2], [1, 9], steps: 20)
      }
    }
    let constant = try ends("0.01")
    for (a, b) in zip(constant[0], constant[1]) { #expect(abs(a - b) <= 1e-14) }
    let falling = try ends("power(0.01,r=1,c=1)")
    #expect(abs(falling[0][0] - falling[1][0]) > 1e-3)
  }

  /// Corrected averages of a constant gradient are that gradient from the first step on.
  @Test func correctedAveragesOfAConstantGradient() throws {
    var settings = RMSProp(learningRate: 0.1)
    settings.correctsBias = true
    settings.epsilon = 0
    var run = Descents(settings, from: [0]) { (2 * $0[0], [2]) }
    for t in 1...20 {
      try run.step()
      #expect(abs(run.x[0] + 0.1 * Double(t)) <= 1e-14)
    }
  }

  // MARK: Factored squares

  /// Squares of a gradient a bᵀ have rank one, and factors hold them whole.
  @Test func factorsOfRankOneAreExact() throws {
    let (a, b) = ([1.0, -2, 0.5], [3.0, 1, -1, 0.25])
    let slope = a.flatMap { a in b.map { a * $0 } }
    var factored = Adafactor()
    factored.shape.columns = 4
    let start = (0..<12).map { 0.1 * Double($0) }
    var runs = [Adafactor(), factored].map { settings in
      Descents(settings, from: start) { x in
        (x.dot(slope), slope.map { $0 * x[11] })
      }
    }
    for _ in 0..<10 {
      for i in runs.indices { try runs[i].step() }
      for (x, y) in zip(runs[0].x, runs[1].x) { #expect(abs(x - y) <= 1e-14) }
    }
  }

  @Test func oneColumnOfSM3IsAdaGrad() throws {
    let a = [1.0, 5, 0.2]
    let sm3 = try end("sm3:lr=0.3,momentum=0,epsilon=1e-8", from: [1, 2, 3], a, steps: 30)
    let adagrad = try end(
      "adagrad:lr=0.3,epsilon=1e-8,epsilon-placement=inside", from: [1, 2, 3], a, steps: 30)
    for (x, y) in zip(sm3, adagrad) { #expect(abs(x - y) <= 1e-14) }
  }

  /// A bound of a row or a column is never below the sum of squares that it stands for.
  @Test func boundsOfSM3AreBounds() throws {
    var settings = SM3()
    settings.shape.columns = 2
    var run = Descents(settings, from: [1, 2, 3, 4], gradient: bowl([1, 0.5, 2, 3]))
    var sums = Vector.zeros(4)
    for _ in 0..<20 {
      let g = bowl([1, 0.5, 2, 3])(run.x).gradient
      for i in 0..<4 { sums[i] += g[i] * g[i] }
      try run.step()
      for i in 0..<4 {
        #expect(run.method.rows[i / 2] >= sums[i] && run.method.columns[i % 2] >= sums[i])
      }
    }
  }

  // MARK: FTRL

  /// A warm-up begins with a rate of 0.
  @Test func ftrlRestsAtARateOfZero() throws {
    let start: Vector = [1, -2]
    var run = Descents(
      FTRL(learningRate: .scheduled(WarmupSchedule())), from: start,
      gradient: { _ in (1, [1, 1]) })
    try run.step()
    #expect(run.x == start)
    try run.step()
    #expect(run.x != start && run.x.isFinite)
  }

  /// From 0, or with no sum to begin with, FTRL without regularization is AdaGrad.
  @Test func plainFTRLIsAdaGrad() throws {
    let ftrl = try end(
      "ftrl:lr=0.3,initial-accumulator=0", from: [1, 2], [1, 4], steps: 30)
    let adagrad = try end("adagrad:lr=0.3,epsilon=0", from: [1, 2], [1, 4], steps: 30)
    for (x, y) in zip(ftrl, adagrad) { #expect(abs(x - y) <= 1e-13) }
  }

  @Test func absoluteValuesSetComponentsToZero() throws {
    let settings = try #require(OptimizerCatalogue.settings("ftrl:lr=0.1,l1=2") as? FTRL)
    var run = Descents(settings, from: [1, 1]) { x in
      // The sum of all pulls towards 3 stays below l1 in the second component.
      (0, [4 * (x[0] - 3), 0.001 * (x[1] - 3)])
    }
    try run.step(500)
    #expect(run.x[1] == 0 && run.x[0] > 1)
  }
}
