import LinearAlgebra
import Objectives
import Specifications
import Testing

@testable import Optimizers

struct DiagnosticTests {
  /// Iterates and diagnostics of some steps.
  private func walk<Settings: OptimizerSettings>(
    _ settings: Settings, on function: some TestFunction, steps: Int = 8
  ) -> (points: [Vector], diagnostics: [[Diagnostic]]) {
    var oracle = TestOracle(function)
    var x = function.start
    var method = Settings.Method(settings, dimension: x.count)
    var result = (points: [x], diagnostics: [method.diagnostics(at: x)])
    for _ in 0..<steps {
      do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch { break }
      result.points.append(x)
      result.diagnostics.append(method.diagnostics(at: x))
    }
    return result
  }

  private static func order(_ diagnostic: Diagnostic) -> (count: Int, matrixOrder: Int?) {
    switch diagnostic {
    case .momentum(let v), .scale(let v), .region(let v), .direction(let v): (v.count, nil)
    case .model(let matrix), .inverse(let matrix): (matrix.order, matrix.order)
    }
  }

  /// Of the right size and finite while the iterate is, whatever the method.
  @Test(arguments: OptimizerCatalogue.names)
  func sizesAreRight(_ name: String) throws {
    let settings = try OptimizerCatalogue.settings(name)
    for function in ["rosenbrock", "rosenbrock:n=6", "mgh-7", "saddle"] {
      let walk = walk(settings, on: try FunctionCatalogue.function(function))
      for (x, diagnostics) in zip(walk.points, walk.diagnostics) where x.largestMagnitude < 1e50 {
        for diagnostic in diagnostics {
          #expect(Self.order(diagnostic).count == x.count)
          let isFinite = diagnostic.numbers.allSatisfy(\.isFinite)
          #expect(isFinite, "\(name) on \(function): \(diagnostic)")
        }
        #expect(Set(diagnostics.map(\.name)).count == diagnostics.count)
      }
    }
  }
}

// What the diagnostics are, where theory says so.
extension DiagnosticTests {
  private func momentum(_ diagnostics: [Diagnostic]) throws -> Vector {
    for case .momentum(let v) in diagnostics { return v }
    throw SpecificationError("no momentum is shown")
  }

  private func gradient(_ x: Vector) -> Vector { Rosenbrock().gradient(at: x) }

  private func expectEqual(_ a: Vector, _ b: Vector, within tolerance: Double = 1e-13) {
    for (p, q) in zip(a, b) { #expect(abs(p - q) <= tolerance * (1 + abs(q))) }
  }

  /// The next step is the arrow less εg, with g where the method asks for it.
  @Test(arguments: [
    ("momentum:lr=0.0005", false), ("momentum:lr=0.0005,rate=outside", false),
    ("momentum:lr=0.0005,weight-decay=0.1", false), ("nesterov:lr=0.0005", true),
    ("aggmo:lr=0.0005", false), ("nesterov-convex:lr=0.0005", true),
  ])
  func momentumIsThePartOfTheNextStepWithoutGradient(_ name: String, looksAhead: Bool) throws {
    let walk = walk(try OptimizerCatalogue.settings(name), on: Rosenbrock())
    for k in 2..<(walk.points.count - 1) {
      let arrow = try momentum(walk.diagnostics[k])
      var next = walk.points[k]
      next.add(1, arrow)
      // Nesterov's looks-ahead point is where the arrow leads.
      next.add(-0.0005, gradient(looksAhead ? next : walk.points[k]))
      expectEqual(next, walk.points[k + 1])
    }
  }

  /// αm of the heavy ball is α times the latest step.
  @Test func heavyBallGoesOnAlongItsLatestStep() throws {
    let walk = walk(
      try OptimizerCatalogue.settings("momentum:lr=0.0005,alpha=0.8"), on: Rosenbrock())
    for k in 1..<walk.points.count {
      let latest = zip(walk.points[k], walk.points[k - 1]).map { 0.8 * ($0 - $1) }
      expectEqual(try momentum(walk.diagnostics[k]), latest)
    }
  }

  /// √ŝ after one step is |g|; thereafter what the averages of squares say.
  @Test func adamIsScaledByTheRootOfTheSquares() throws {
    let walk = walk(try OptimizerCatalogue.settings("adam:lr=0.01,beta2=0.9"), on: Rosenbrock())
    var squares = Vector.zeros(2)
    for k in 1..<walk.points.count {
      let g = gradient(walk.points[k - 1])
      for i in 0..<2 { squares[i] = 0.9 * squares[i] + 0.1 * g[i] * g[i] }
      var power = 1.0
      for _ in 0..<k { power *= 0.9 }
      let expected = squares.map { ($0 / (1 - power)).squareRoot() }
      for case .scale(let scale) in walk.diagnostics[k] { expectEqual(scale, expected) }
    }
  }

  /// On least squares the steps, ε by ε, lead to the minimum of a model with B = 2 (JᵀJ + …).
  @Test(arguments: [
    ("gauss-newton:search=fixed,lr=0.5", 0.5), ("gauss-newton:search=fixed,alpha=0.1", 1),
    ("lm:update=nielsen", 1), ("lm:update=marquardt,scaling=none", 1),
    ("natural-gradient:lr=0.3", 0.3), ("natural-gradient:lr=0.2,fisher=empirical,damping=1", 0.2),
  ])
  func leastSquaresLeadToTheMinimumOfTheirModel(_ name: String, rate: Double) throws {
    let walk = walk(try OptimizerCatalogue.settings(name), on: Rosenbrock(), steps: 4)
    #expect(walk.points.count > 2)
    for k in 1..<walk.points.count {
      let g = gradient(walk.points[k - 1])
      var step = Vector.zeros(2)
      for i in 0..<2 { step[i] = (walk.points[k][i] - walk.points[k - 1][i]) / rate }
      var image = Vector.zeros(2)
      for case .model(let matrix) in walk.diagnostics[k] { matrix.multiply(step, into: &image) }
      expectEqual(image, g.map { -$0 }, within: 1e-8)
    }
  }

  /// The radius that MINPACK's rule leaves bounds the next step in the norm of D.
  @Test func levenbergAndMarquardtStayInTheirRegion() throws {
    let walk = walk(
      try OptimizerCatalogue.settings("levenberg-marquardt:factor=0.1"), on: Rosenbrock(), steps: 5)
    #expect(walk.points.count > 3 && walk.diagnostics[1].contains { $0.name == "region" })
    for k in 1..<(walk.points.count - 1) {
      for case .region(let axes) in walk.diagnostics[k] {
        let step = zip(walk.points[k + 1], walk.points[k]).map { $0 - $1 }
        // D grows with the Jacobian, and λ is found to a tenth.
        #expect(zip(step, axes).map { $0 / $1 }.norm <= 1.1)
      }
    }
  }

  /// The minimum of the model is where a full step leads.
  @Test(arguments: ["newton", "newton:hessian=shifted", "saddle-free", "newton:hessian=raised"])
  func newtonLeadsToTheMinimumOfItsModel(_ name: String) throws {
    let function = Himmelblau()
    let walk = walk(try OptimizerCatalogue.settings(name), on: function, steps: 5)
    for k in 1..<walk.points.count {
      let step = zip(walk.points[k], walk.points[k - 1]).map { $0 - $1 }
      var image = Vector.zeros(2)
      for case .model(let matrix) in walk.diagnostics[k] { matrix.multiply(step, into: &image) }
      expectEqual(image, function.gradient(at: walk.points[k - 1]).map { -$0 }, within: 1e-9)
    }
  }

  /// A quasi-Newton step leads along −M g, and M learned the secant condition M y = s before.
  @Test(arguments: ["bfgs", "dfp", "broyden", "lbfgs", "lbfgs:memory=3"])
  func quasiNewtonLeadsAlongTheShownDirection(_ name: String) throws {
    let walk = walk(try OptimizerCatalogue.settings(name), on: Rosenbrock())
    for k in 2..<walk.points.count {
      let (now, before) = (walk.points[k - 1], walk.points[k - 2])
      let y = zip(gradient(now), gradient(before)).map { $0 - $1 }
      var (image, direction) = (Vector.zeros(2), Vector.zeros(2))
      for case .inverse(let matrix) in walk.diagnostics[k] {
        matrix.multiply(y, into: &image)
        matrix.multiply(gradient(now), into: &direction)
      }
      expectEqual(image, zip(now, before).map { $0 - $1 }, within: 1e-9)
      let step = zip(walk.points[k], now).map { $0 - $1 }
      #expect(abs(step[0] * direction[1] - step[1] * direction[0]) <= 1e-9 * step.norm)
      #expect(step.dot(direction) < 0)
    }
  }

  /// Whatever the factorization left of it, the matrix shown is H.
  @Test(arguments: ["trust-exact", "arc", "dogleg", "newton"])
  func theModelIsTheHessian(_ name: String) throws {
    let function = Booth()
    let walk = walk(try OptimizerCatalogue.settings(name), on: function, steps: 2)
    let hessian = function.hessian(at: walk.points[0])
    for case .model(let matrix) in walk.diagnostics[1] {
      for (row, expected) in zip(matrix.rows, hessian.rows) { expectEqual(row, expected) }
    }
    #expect(walk.diagnostics[1].contains { $0.name == "model" })
  }

  /// The next step keeps within the radius shown.
  @Test(arguments: [
    "trust-exact:tolerance=0", "dogleg", "double-dogleg", "steihaug", "sr1-trust-region",
  ])
  func stepsKeepWithinTheRegion(_ name: String) throws {
    let settings = try OptimizerCatalogue.settings(
      name + (name.contains(":") ? "," : ":") + "radius=0.1")
    let walk = walk(settings, on: Rosenbrock())
    #expect(walk.diagnostics[0].contains(.region([0.1, 0.1])))
    for k in 0..<(walk.points.count - 1) {
      let step = zip(walk.points[k + 1], walk.points[k]).map { $0 - $1 }
      for case .region(let axes) in walk.diagnostics[k] {
        #expect(step.norm <= axes[0] * (1 + 1e-12))
      }
    }
  }

  /// Directions of exact searches on a quadratic are conjugate: pᵀHq = 0.
  @Test func linearDirectionsAreConjugate() throws {
    let function = try FunctionCatalogue.function("quadratic:n=4,condition=30,rotation=householder")
    let walk = walk(try OptimizerCatalogue.settings("linear-cg"), on: function, steps: 3)
    var directions: [Vector] = []
    for diagnostics in walk.diagnostics {
      for case .direction(let v) in diagnostics { directions.append(v) }
    }
    #expect(directions.count == 3)
    let hessian = function.hessian(at: walk.points[0])
    for (k, p) in directions.enumerated() {
      var image = Vector.zeros(4)
      hessian.multiply(p, into: &image)
      for q in directions[..<k] {
        #expect(abs(q.dot(image)) <= 1e-10 * q.norm * image.norm)
      }
    }
  }
}
