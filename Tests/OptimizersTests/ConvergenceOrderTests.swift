import LinearAlgebra
import Objectives
import RealModule
import Testing

@testable import Optimizers

/// Local orders of convergence, measured as errors e = ‖x − x*‖ on Rosenbrock's function.
@Suite struct ConvergenceOrderTests {
  /// The errors of a run from 10⁻² down to where rounding begins.
  private func tail(_ text: String, n: Int) throws -> [Double] {
    func errors<S: OptimizerSettings>(_ settings: S) -> [Double] {
      let function = Rosenbrock(n: n)
      var oracle = TestOracle(function)
      var method = S.Method(settings, dimension: n)
      var x = function.start
      var errors: [Double] = []
      while errors.count < 1000, !(errors.last ?? 1 <= 1e-11) {
        errors.append(x.map { $0 - 1 }.norm)
        do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch { break }
      }
      return errors
    }
    let errors = try errors(OptimizerCatalogue.settings(text))
    let start = (errors.lastIndex { $0 > 1e-2 } ?? -1) + 1
    return Array(errors[start...])
  }

  /// The mean factor of the errors at a step, in thirds of a tail.
  private func factors(_ errors: [Double]) -> [Double] {
    let length = (errors.count - 1) / 3
    return (0..<3).map { third in
      let quotient = errors[(third + 1) * length] / errors[third * length]
      return .pow(quotient, 1 / Double(length))
    }
  }

  /// e_{k+1} / e_k tends to 0: its mean in the last third of the tail is small, and less than half
  /// of that in the first.
  @Test(arguments: [
    ("bfgs", 2), ("bfgs", 5), ("bfgs", 10), ("bfgs:c2=0.1", 5), ("bfgs:c2=0.1", 10), ("dfp", 5),
    ("dfp", 10), ("broyden", 5), ("broyden", 10),
  ])
  func quasiNewtonMethodsAreSuperlinear(_ text: String, n: Int) throws {
    let errors = try tail(text, n: n)
    try #require(errors.count >= 7, "\(errors)")
    #expect(errors.last ?? 1 <= 1e-11)
    let factors = factors(errors)
    #expect(factors[2] < factors[0] / 2, "\(factors)")
    #expect(factors[2] < 0.2, "\(factors)")
  }

  /// With fewer pairs than variables nothing but a constant factor is left, however long the tail.
  @Test(arguments: [("lbfgs:memory=2", 5), ("lbfgs:memory=3", 10), ("lbfgs:memory=5", 10)])
  func limitedMemoryIsLinear(_ text: String, n: Int) throws {
    let errors = try tail(text, n: n)
    try #require(errors.count >= 25, "\(errors)")
    let factors = factors(errors)
    #expect(factors.allSatisfy { $0 > 0.3 && $0 < 0.95 }, "\(factors)")
    #expect(factors[2] > factors[0] / 2, "\(factors)")
  }

  /// The order log e_{k+1} / log e_k of the last steps, 2 in the limit.
  @Test(arguments: ["newton", "trust-exact", "dogleg", "arc:decrease=gradient"], [2, 5])
  func newtonsMethodIsQuadratic(_ text: String, n: Int) throws {
    let errors = try tail(text, n: n)
    for (former, latter) in zip(errors, errors.dropFirst()) where latter > 1e-14 {
      #expect(latter <= 60 * former * former, "\(errors)")
    }
  }
}
