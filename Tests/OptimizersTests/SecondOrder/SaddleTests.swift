import LinearAlgebra
import Objectives
import RealModule
import Testing

@testable import Optimizers

/// What methods do at the strict saddle 0 of x²/2 − y²/2 + y⁴/4, whose least eigenvalue is −1, on
/// its ridge y = 0 and beside it. The minima, of value −1/4, are at (0, ±1).
@Suite struct SaddleTests {
  /// Those that know a direction of negative curvature.
  static let leaving = [
    "newton:alpha=2", "newton:alpha=1.2", "newton:alpha=2,search=strong-wolfe",
    "newton:hessian=shifted", "newton:hessian=shifted,search=strong-wolfe",
    "newton:hessian=shifted,alpha=2", "newton:hessian=raised", "newton:hessian=raised,alpha=2",
    "saddle-free", "saddle-free:search=strong-wolfe", "saddle-free:alpha=2", "trust-exact",
    "trust-exact:tolerance=0", "trust-exact:preset=scipy", "arc", "arc:decrease=gradient",
  ]
  /// Those that see f in the space of its gradients only, where the ridge is all there is.
  static let blind = [
    "newton", "newton:alpha=0.4", "newton:alpha=2,escape=0", "newton:preset=dauphin", "newton-cg",
    "steihaug", "dogleg", "double-dogleg", "sr1-trust-region", "lbfgs-trust-region", "bfgs",
    "lbfgs", "cg", "trust-krylov",
  ]
  /// Those of the blind that any part along the negative curvature leads away.
  static let repelled = blind.filter { $0 != "newton" && $0 != "newton:alpha=0.4" }

  private func run(_ text: String, on function: String = "saddle-escape", from start: Vector)
    throws -> Run
  {
    func run(_ settings: some OptimizerSettings, _ function: some TestFunction) -> Run {
      Run(settings, from: start, on: TestOracle(function), tolerance: -1, mostSteps: 300)
    }
    return try run(
      OptimizerCatalogue.settings(text), FunctionCatalogue.function(function))
  }

  @Test(arguments: leaving, [[1.5, 0], [-0.2, 0], [0, 0]] as [Vector])
  func ridgeAndSaddleAreLeft(_ text: String, start: Vector) throws {
    let run = try run(text, from: start)
    #expect(abs(run.value + 0.25) < 1e-12, "\(run.x) after \(run.steps)")
  }

  /// No axis of the variables is an eigenvector here.
  @Test(arguments: leaving, [1.5, 0]) func aTurnedRidgeIsLeft(_ text: String, x: Double) throws {
    let angle = 30 * Double.pi / 180
    let run = try run(
      text, on: "rotate(saddle-escape,angle=30)", from: [x * .cos(angle), x * .sin(angle)])
    #expect(abs(run.value + 0.25) < 1e-12, "\(run.x) after \(run.steps)")
  }

  @Test(arguments: blind) func theRidgeLeadsTheBlindToTheSaddle(_ text: String) throws {
    let run = try run(text, from: [1.5, 0])
    #expect(run.x[1] == 0)
    #expect(abs(run.x[0]) < 1e-7, "\(run.x)")
  }

  @Test(arguments: leaving + repelled) func besideTheRidgeTheSaddleRepels(_ text: String) throws {
    let run = try run(text, from: [1.5, 0.001])
    #expect(abs(run.value + 0.25) < 1e-9, "\(run.x)")
  }

  /// A step multiplies y by α / (α − 1): the saddle attracts where α < 1/2.
  @Test(arguments: [(0, true), (0.3, true), (0.45, true), (0.6, false), (1.5, false)])
  func regularizationBelowHalfTheCurvatureIsDrawnToTheSaddle(alpha: Double, isDrawn: Bool) throws {
    let run = try run("newton:alpha=\(alpha)", from: [1.5, 0.001])
    #expect((run.x.largestMagnitude < 1e-8) == isDrawn, "\(run.x)")
  }
}
