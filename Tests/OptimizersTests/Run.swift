import LinearAlgebra

@testable import Optimizers

/// A run of a method until a gradient norm, a step that halts, or a number of steps.
struct Run {
  var x: Vector
  var value = Double.nan
  var gradientNorm = Double.infinity
  var steps = 0
  var oracle: TestOracle
  var halt: Halt?

  /// Stops once max |∂f/∂xᵢ| ≤ `tolerance` at the iterate. Checking costs no query.
  init<Settings: OptimizerSettings>(
    _ settings: Settings, from start: Vector, on oracle: TestOracle, tolerance: Double = 1e-5,
    mostSteps: Int = 2000
  ) {
    self.oracle = oracle
    x = start
    var method = Settings.Method(settings, dimension: start.count)
    look()
    while !(gradientNorm <= tolerance), steps < mostSteps {
      do throws(Halt) {
        try method.step(from: &x, querying: &self.oracle)
      } catch {
        halt = error
        return
      }
      steps += 1
      look()
    }
  }

  private mutating func look() {
    let answer = oracle.gradient(x)
    value = answer.value
    gradientNorm = answer.gradient.largestMagnitude
  }
}
