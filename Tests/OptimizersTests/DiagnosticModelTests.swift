import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// What the models shown have to do with the steps, by the functions' own derivatives.
struct DiagnosticModelTests {
  private func walk(_ name: String, n: Int = 2) throws -> DiagnosticWalk {
    try DiagnosticCatalogueTests.walk(name, on: Rosenbrock(n: n))
  }

  private func expectEqual(
    _ a: Vector, _ b: Vector, within tolerance: Double = 1e-9, _ comment: Comment? = nil
  ) {
    #expect(a.count == b.count)
    let distance = zip(a, b).map { $0 - $1 }.norm
    #expect(distance <= tolerance * max(b.norm, 1e-3), comment)
  }

  /// B s = −ε g: the step leads to the minimum, or a rate or a search has cut it.
  @Test(
    arguments: [
      "newton", "newton:lr=0.5", "newton:search=strong-wolfe", "saddle-free", "gauss-newton",
      "gauss-newton:alpha=0.3", "gauss-newton:search=fixed", "natural-gradient",
      "natural-gradient:damping=0.2", "natural-gradient:fisher=empirical,damping=3",
      "gauss-newton-diagonal", "lm:update=marquardt", "lm:update=nielsen", "lm:preset=levenberg",
      "adahessian:beta1=0", "adahessian:beta1=0,hessian-power=0.5",
      "adahessian:beta1=0,interval=3,diagonal=exact",
    ], [2, 4])
  func stepsLeadToTheMinimum(_ name: String, n: Int) throws {
    let walk = try walk(name, n: n)
    for k in 1..<walk.points.count {
      let model = try #require(walk.model(k))
      expectEqual(
        model.product(walk.step(k)), walk.gradient(k).map { -walk.rates[k] * $0 }, "\(name), \(k)")
    }
  }

  /// (B + λI) s = −g with λ ≥ 0: no point as near is lower, and none at all where λ = 0.
  @Test(
    arguments: [
      "trust-exact:tolerance=0", "trust-exact:radius=0.05", "arc", "arc:sigma=50",
      "lbfgs-trust-region", "lbfgs-trust-region:radius=0.01", "lbfgs-trust-region:memory=1",
    ], [2, 4])
  func stepsLeadToTheMinimumOfTheirSphere(_ name: String, n: Int) throws {
    let walk = try walk(name, n: n)
    for k in 1..<walk.points.count {
      let model = try #require(walk.model(k))
      let (s, g) = (walk.step(k), walk.gradient(k))
      let slope = zip(model.product(s), g).map { $0 + $1 }
      let lambda = -slope.dot(s) / s.dot(s)
      #expect(lambda >= -1e-9 * g.norm / s.norm)
      let rest = zip(slope, s).map { $0 + lambda * $1 }
      #expect(rest.norm <= 1e-9 * g.norm, "\(name), \(k)")
    }
  }

  /// What follows a path lowers the model by no less than the best step along −g that is as short.
  @Test(
    arguments: ["dogleg", "dogleg:radius=0.1", "double-dogleg", "sr1-trust-region"], [2, 4])
  func stepsLowerTheModelEnough(_ name: String, n: Int) throws {
    let walk = try walk(name, n: n)
    for k in 1..<walk.points.count {
      let model = try #require(walk.model(k))
      let (s, g) = (walk.step(k), walk.gradient(k))
      func change(_ p: Vector) -> Double { g.dot(p) + p.dot(model.product(p)) / 2 }
      let curvature = g.dot(model.product(g))
      let farthest = s.norm / g.norm
      let length = curvature > 0 ? min(g.dot(g) / curvature, farthest) : farthest
      let cauchy = change(g.map { -length * $0 })
      #expect(cauchy < 0 && change(s) <= cauchy + 1e-9 * abs(cauchy), "\(name), \(k)")
    }
  }

  /// (JᵀJ + λD²) s = −Jᵀr with λ ≥ 0, and the region is ‖D p‖ ≤ Δ, for the largest norms D of the
  /// columns of J at the iterates.
  @Test(arguments: ["lm", "lm:factor=0.1", "lm:factor=0.01"], [2, 4])
  func levenbergMarquardtKeepsWithinItsRegion(_ name: String, n: Int) throws {
    let walk = try walk(name, n: n)
    var scale = Vector.zeros(n)
    var radius: Double?
    for k in 1..<walk.points.count {
      let jacobian = try walk.jacobian(k)
      for j in 0..<n { scale[j] = max(scale[j], jacobian.map { $0[j] }.norm) }
      let (s, model) = (walk.step(k), try #require(walk.model(k)))
      let slope = zip(model.product(s), walk.gradient(k)).map { $0 + $1 }
      let scaled = zip(scale, s).map { $0 * $0 * $1 }
      let lambda = -slope.dot(s) / s.dot(scaled)
      #expect(lambda >= -1e-9 * walk.gradient(k).norm / s.norm)
      expectEqual(slope, scaled.map { -lambda * $0 })
      let length = zip(scale, s).map { $0 * $1 }.norm
      if let radius { #expect(length <= 1.1 * radius * (1 + 1e-12)) }
      for case .region(let axes) in walk.diagnostics[k] {
        radius = axes[0] * scale[0]
        expectEqual(
          zip(axes, scale).map { $0 * $1 }, Vector(repeating: axes[0] * scale[0], count: n))
      }
      #expect(radius != nil)
    }
  }

  /// 2 (JᵀJ + αI), entry by entry; of errors on their own, Σ rᵢ² JᵢᵀJᵢ; and the diagonal.
  @Test(arguments: [
    ("gauss-newton", 0.0), ("gauss-newton:alpha=0.3", 0.3), ("natural-gradient:damping=0.2", 0.2),
    ("natural-gradient:fisher=empirical", 0), ("lm", 0), ("trf", 0), ("dogbox", 0),
    ("gauss-newton-diagonal:epsilon=0.5", 0.25),
  ])
  func modelsOfLeastSquaresAreOfTheJacobian(_ name: String, damping: Double) throws {
    let walk = try walk(name, n: 4)
    for k in 1..<walk.points.count {
      let (jacobian, residuals) = (try walk.jacobian(k), try walk.residuals(k))
      let rows = try #require(walk.model(k)).rows
      for i in 0..<4 {
        var expected = Vector.zeros(4)
        for (row, residual) in zip(jacobian, residuals) {
          let weight = name.contains("empirical") ? 2 * residual * residual : 2
          for j in 0..<4 { expected[j] += weight * row[i] * row[j] }
        }
        expected[i] += 2 * damping
        if name.contains("diagonal") {
          for j in 0..<4 where j != i { expected[j] = 0 }
        }
        expectEqual(rows[i], expected, within: 1e-13)
      }
    }
  }

  /// B maps the step before to the change of the gradient along it, where f curves up along it and
  /// no refused trial has taught more since.
  @Test(arguments: ["lbfgs-trust-region:radius=0.1", "sr1-trust-region:radius=0.1"])
  func modelsHaveLearnedTheStepBefore(_ name: String) throws {
    let walk = try walk(name, n: 4)
    #expect(walk.gradientCount == walk.points.count)
    var learned = 0
    for k in 2..<walk.points.count {
      let step = walk.step(k - 1)
      let change = zip(walk.gradient(k), walk.gradient(k - 1)).map { $0 - $1 }
      guard change.dot(step) > 1e-8 * change.norm * step.norm else { continue }
      let model = try #require(walk.model(k))
      expectEqual(model.product(step), change)
      learned += 1
    }
    #expect(learned >= 3)
  }

  /// With an average m̂ for g, B s = −ε m̂.
  @Test func adaHessianLeadsToTheMinimumForItsAverage() throws {
    let walk = try walk("adahessian:lr=0.1,beta1=0.8", n: 4)
    var mean = Vector.zeros(4)
    var power = 1.0
    for k in 1..<walk.points.count {
      mean = zip(mean, walk.gradient(k)).map { 0.8 * $0 + 0.2 * $1 }
      power *= 0.8
      let expected = mean.map { -0.1 * $0 / (1 - power) }
      let model = try #require(walk.model(k))
      expectEqual(model.product(walk.step(k)), expected)
    }
  }

  /// A component of m beyond the scale makes a step of ερ, any other its share of that; and the
  /// momentum is what is left of the next step where the gradient vanishes, no estimate being taken
  /// twice.
  @Test func sophiaIsClippedAtItsScale() throws {
    let walk = try walk(
      "sophia:lr=0.01,beta1=0.8,beta2=0.5,gamma=1,clip=0.2,diagonal=exact,interval=3")
    var (mean, curvature) = (Vector.zeros(2), Vector.zeros(2))
    var clipped = 0
    for k in 1..<walk.points.count {
      mean = zip(mean, walk.gradient(k)).map { 0.8 * $0 + 0.2 * $1 }
      if k % 3 == 1 {
        let hessian = walk.function.hessian(at: walk.points[k - 1])
        for i in 0..<2 { curvature[i] = 0.5 * curvature[i] + 0.5 * hessian[i, i] }
      }
      let scale = curvature.map { 0.2 * max($0, 1e-12) }
      func step(_ m: Vector) -> Vector {
        zip(m, scale).map { -0.01 * 0.2 * min(max($0 / $1, -1), 1) }
      }
      for case .scale(let shown) in walk.diagnostics[k] { expectEqual(shown, scale, within: 1e-13) }
      for case .momentum(let shown) in walk.diagnostics[k] {
        expectEqual(shown, step(mean.map { 0.8 * $0 }))
      }
      expectEqual(walk.step(k), step(mean))
      clipped += zip(mean, scale).count { abs($0) > $1 }
      #expect(walk.diagnostics[k].map(\.name) == ["momentum", "scale"])
    }
    #expect(clipped > 0 && clipped < 10)
  }

  /// Large models are not written out by those that store no matrix.
  @Test(arguments: ["lbfgs-trust-region", "adahessian", "lbfgs"])
  func largeMatricesAreNotWrittenOut(_ name: String) throws {
    for (n, isShown) in [(64, true), (66, false)] {
      let walk = try walk(name, n: n)
      let last = try #require(walk.diagnostics.last)
      #expect(last.contains { $0.name == "model" || $0.name == "inverse" } == isShown)
    }
  }
}

extension DiagnosticWalk {
  /// J where the step to iterate k began, row after row.
  func jacobian(_ k: Int) throws -> [Vector] {
    let sum = try #require(function.sumOfSquares)
    return evaluate(sum, k).jacobian
  }

  /// r there.
  func residuals(_ k: Int) throws -> Vector {
    let sum = try #require(function.sumOfSquares)
    return evaluate(sum, k).residuals
  }

  private func evaluate(
    _ sum: any ResidualObjective, _ k: Int
  ) -> (jacobian: [Vector], residuals: Vector) {
    let (m, x) = (sum.residualCount, points[k - 1])
    var entries = Vector.zeros(m * x.count)
    var residuals = Vector.zeros(m)
    var rows = entries.mutableSpan
    var values = residuals.mutableSpan
    sum.jacobian(at: x.span, into: &rows, residuals: &values)
    return ((0..<m).map { Array(entries[($0 * x.count)..<(($0 + 1) * x.count)]) }, residuals)
  }
}
