import LinearAlgebra
import Objectives
import Optimizers

/// A line of `benchmarks/peers/scipy_rosenbrock.py`.
private struct PeerTime: Decodable {
  let n: Int
  let evaluations: Int
  let ns: Double
}

/// L-BFGS on Rosenbrock's extended function to f ≤ 1e-8, against scipy's L-BFGS-B with the function
/// in numpy; whole rounds in turn, and the least of each.
func measureExtendedRosenbrock() throws {
  var (ours, theirs) = (Double.infinity, Double.infinity)
  var counts = (0, 0)
  for _ in 0..<3 {
    let lines = try PeerScript.lines(
      PeerTime.self, of: "scipy_rosenbrock.py", needing: "scipy", interpreter: "PYTHON_SCIPY")
    guard let peer = lines.first else { return }
    let function = try FunctionCatalogue.function("rosenbrock-extended:n=\(peer.n)")
    ours = min(ours, nanoseconds { counts.0 = gradients(of: LBFGS(), on: function) })
    (theirs, counts.1) = (min(theirs, peer.ns), peer.evaluations)
  }
  print(
    "extended Rosenbrock, n = 1000: lbfgs \(ours / 1e6) ms, \(counts.0) gradients; scipy "
      + "\(theirs / 1e6) ms, \(counts.1)")
  report("extended Rosenbrock, n = 1000: scipy's time / ours", ratio: theirs / ours, atLeast: 5)
}

/// How many were asked for up to the first with f ≤ 1e-8.
private func gradients(of settings: LBFGS, on function: some TestFunction) -> Int {
  var method = LBFGS.Method(settings, dimension: function.dimension)
  var (x, oracle) = (function.start, Solving(function: function))
  // Ends by a halt: an answer that is low enough is the last.
  while (try? method.step(from: &x, querying: &oracle)) != nil {}
  precondition(oracle.isSolved)
  return oracle.count
}

/// Halts at the first value that is low enough.
private struct Solving<F: TestFunction>: Oracle {
  let function: F
  var count = 0
  var isSolved = false

  var dimension: Int { function.dimension }

  mutating func value(at x: borrowing Vector) -> Double { function.value(at: x.span) }

  mutating func gradient(
    at x: borrowing Vector, into gradient: inout Vector
  ) throws(Halt) -> Double {
    count += 1
    var span = gradient.mutableSpan
    let value = function.gradient(at: x.span, into: &span)
    isSolved = value <= 1e-8
    if isSolved { throw .budgetSpent("solved") }
    return value
  }

  mutating func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) {}

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) {}
}
