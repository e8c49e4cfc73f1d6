import LinearAlgebra
import Objectives
import Testing

@testable import Optimizers

/// Methods that do not see in what units f is measured: the iterates for c·f are those for f, to
/// the digit where c is a power of two.
@Suite struct ScaleInvarianceTests {
  /// Those of which theory says so. The lengths of their first steps are those of x; a trust region
  /// is measured in x, and compares the decrease of f with that of its model.
  private static let invariant: [String] = {
    // Those of scipy and L-BFGS-B begin with steps of at most 1, or have a longest one.
    let others = ["fixed", "scipy", "l-bfgs-b"]
    let searches = LineSearchCatalogue.names.filter { !others.contains($0) }
    let searching = ["steepest-descent", "coordinate-descent", "cg", "bfgs", "lbfgs", "dfp"]
    return searching.flatMap { name in searches.map { "\(name):search=\($0)" } }
      + [
        "bb", "bb:step=short", "bb:step=alternating", "bb:safeguard=false", "newton",
        "newton:search=strong-wolfe", "saddle-free", "dogleg", "double-dogleg",
        "sign-sgd", "rprop",
      ]
      + ConjugateGradientFormula.allCases.filter { !dependent.contains($0) }
      .map { "cg:beta=\($0.rawValue)" }
  }()

  /// Formulas with a constant that has a unit; the card of `cg` says so.
  private static let dependent: [ConjugateGradientFormula] = [.daiLiao, .hagerZhang]

  private static func path(_ text: String, factor c: Double) throws -> [Vector] {
    let function = Rosenbrock()
    let oracle = TestOracle(
      dimension: 2,
      gradient: { x in
        (c * function.value(at: x), function.gradient(at: x).map { c * $0 })
      },
      hessian: { x in
        var matrix = function.hessian(at: x)
        for i in 0..<2 { for j in 0...i { matrix[i, j] *= c } }
        return matrix
      })
    let settings = try OptimizerCatalogue.settings(text)
    return (0...12).map {
      Run(settings, from: [-1.2, 1], on: oracle, tolerance: 0, mostSteps: $0).x
    }
  }

  @Test(arguments: invariant) func iteratesAreTheSameDigits(_ text: String) throws {
    let plain = try Self.path(text, factor: 1)
    #expect(plain.last != plain.first)
    for c in [0x1p60, 0x1p-60] {
      #expect(try Self.path(text, factor: c) == plain, "\(text) with \(c)")
    }
  }

  @Test(arguments: dependent)
  func constantsWithAUnitShow(_ formula: ConjugateGradientFormula) throws {
    let text = "cg:beta=\(formula.rawValue)"
    let plain = try Self.path(text, factor: 1)
    #expect(try [0x1p60, 0x1p-60].contains { try Self.path(text, factor: $0) != plain })
  }
}
