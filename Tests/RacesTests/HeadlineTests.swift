import Objectives
import Races
import Testing

/// What pictures call functions.
@Suite struct HeadlineTests {
  @Test(arguments: [
    ("quadratic:condition=20", "Elongated bowl, κ = 20"),
    ("rosenbrock", "Rosenbrock"),
    ("rosenbrock:n=5", "Rosenbrock, n = 5"),
    ("mean((y-a*x1^2)^2,batch=5)", "(y−a·x1²)², mean over regression, batch = 5"),
    ("noisy(rosenbrock:n=5,sigma=1)", "Rosenbrock, n = 5, noisy, σ = 1"),
    ("x^2-3*y^10", "x²−3·y¹⁰"),
    ("x^2.5+x^(1/2)", "x^2.5+x^(1/2)"),
    ("x^2^3+y^2", "x^2^3+y²"), ("x^2^y", "x^2^y"), ("x^2e3", "x^2e3"),
    ("sum(i,1,n,x[i]^2):n=3", "sum(i,1,n,x[i]²), n = 3"),
  ])
  func functionsAreCalledByTitleAndChanges(_ specification: String, _ headline: String) throws {
    #expect(try FunctionCatalogue.function(specification).headline == headline)
  }
}
