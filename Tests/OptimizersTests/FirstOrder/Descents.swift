import LinearAlgebra

@testable import Optimizers

/// A method in the middle of a run, that tests step and look into.
struct Descents<Settings: OptimizerSettings> {
  var method: Settings.Method
  var x: Vector
  var oracle: TestOracle

  init(
    _ settings: Settings, from start: Vector,
    gradient: @escaping @Sendable (Vector) -> (value: Double, gradient: Vector)
  ) {
    method = Settings.Method(settings, dimension: start.count)
    x = start
    oracle = TestOracle(dimension: start.count, gradient: gradient)
  }

  mutating func step() throws(Halt) {
    try method.step(from: &x, querying: &oracle)
  }

  mutating func step(_ count: Int) throws(Halt) {
    for _ in 0..<count { try step() }
  }
}

/// f(x) = Σ aᵢ xᵢ² / 2.
func bowl(_ a: Vector) -> @Sendable (Vector) -> (value: Double, gradient: Vector) {
  { x in
    let gradient = zip(a, x).map { $0 * $1 }
    return (gradient.dot(x) / 2, gradient)
  }
}
