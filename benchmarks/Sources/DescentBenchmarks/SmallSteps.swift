import Experiments
import LinearAlgebra
import Objectives
import Optimizers

/// A step that must succeed.
func take<M: Optimizer>(_ method: inout M, _ x: inout Vector, _ oracle: inout some Oracle) {
  do throws(Halt) { try method.step(from: &x, querying: &oracle) } catch { fatalError("\(error)") }
}

/// Rosenbrock's function of two variables, by hand, its gradients counted.
private struct Valley: Oracle {
  var count = 0

  var dimension: Int { 2 }

  mutating func value(at x: borrowing Vector) -> Double {
    let (bend, slope) = (x[1] - x[0] * x[0], 1 - x[0])
    return 100 * bend * bend + slope * slope
  }

  mutating func gradient(at x: borrowing Vector, into gradient: inout Vector) -> Double {
    count += 1
    let (bend, slope) = (x[1] - x[0] * x[0], 1 - x[0])
    gradient[0] = -400 * bend * x[0] - 2 * slope
    gradient[1] = 200 * bend
    return 100 * bend * bend + slope * slope
  }

  mutating func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) {}

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) {}
}

/// What an iteration of a quasi-Newton method on Rosenbrock's function costs beside the objective.
func measureOverhead() {
  measureOverhead(of: BFGS())
  measureOverhead(of: LBFGS())
}

/// Runs of 30 steps from the usual start, the memory of each built anew. Nothing is recorded; a
/// second line says what recording adds.
private func measureOverhead<S: OptimizerSettings>(of settings: S) {
  let (runs, steps) = (1000, 30)
  var (bare, recorded, objective, count) = (Double.infinity, Double.infinity, Double.infinity, 0)
  for _ in 0..<15 {
    var oracle = Valley()
    bare = min(
      bare,
      nanoseconds(runs: 1) {
        for _ in 0..<runs {
          var (method, x) = (S.Method(settings, dimension: 2), [-1.2, 1.0])
          for _ in 0..<steps { take(&method, &x, &oracle) }
        }
      })
    count = oracle.count
    objective = min(objective, nanoseconds(runs: 1) { evaluate(times: count) })
    recorded = min(
      recorded,
      nanoseconds(runs: 1) {
        for _ in 0..<runs {
          let trajectory = try? descend(Rosenbrock(), with: settings, steps: steps)
          precondition(trajectory?.count == steps + 1)
        }
      })
  }
  let each = Double(runs * steps)
  print(
    "\(S.name), n = 2: \(bare / each) ns an iteration, \(recorded / each) ns recorded by descend, "
      + "of which the objective takes \(objective / each) ns (\(Double(count) / each) gradients)")
  report(
    "\(S.name), n = 2: microseconds beside the objective", ratio: (bare - objective) / each / 1000,
    atMost: 1)
}

private func evaluate(times: Int) {
  var (oracle, x, gradient) = (Valley(), [-1.2, 1.0], [0.0, 0.0])
  for _ in 0..<times {
    // What is asked for depends on the answer, so that no query is left out.
    let value = oracle.gradient(at: x, into: &gradient)
    x[1] = 1 + 1e-9 * value
  }
  precondition(x[1].isFinite)
}
