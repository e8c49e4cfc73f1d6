import Foundation
import LinearAlgebra
import Objectives
import Optimizers

/// A line of `benchmarks/peers/scipy_minimize.py`.
private struct PeerCount: Decodable {
  let method: String
  /// A specification of a function.
  let problem: String
  /// Up to the first with f − f* ≤ 1e-8; nil where none is.
  let evaluations: Int?
  /// Hessians until then, or products with them.
  let curvatures: Int
}

/// A method of scipy's minimize and ours beside it.
private struct Pairing {
  let theirs: String
  let ours: String
  /// Whether ours is to need no more evaluations.
  var isRace = false

  static let all = [
    Pairing(theirs: "BFGS", ours: "bfgs", isRace: true),
    Pairing(theirs: "L-BFGS-B", ours: "lbfgs", isRace: true),
    Pairing(theirs: "CG", ours: "cg", isRace: true),
    Pairing(theirs: "Newton-CG", ours: "newton-cg"),
    Pairing(theirs: "trust-ncg", ours: "steihaug"),
    Pairing(theirs: "dogleg", ours: "dogleg"),
    Pairing(theirs: "trust-exact", ours: "trust-exact"),
  ]
}

/// Evaluations, each of f with or without its gradient, to f − f* ≤ 1e-8, against those of scipy's
/// minimize on the problems of Moré, Garbow and Hillstrom.
func measureEvaluations() throws {
  let lines = try PeerScript.lines(
    PeerCount.self, of: "scipy_minimize.py", needing: "scipy", interpreter: "PYTHON_SCIPY")
  for pairing in Pairing.all {
    let theirs = lines.filter { $0.method == pairing.theirs }
    if !theirs.isEmpty { try compare(pairing, theirs) }
  }
}

private func compare(_ pairing: Pairing, _ theirs: [PeerCount]) throws {
  let settings = try OptimizerCatalogue.settings(pairing.ours)
  let ours = try theirs.map { line in
    let function = try FunctionCatalogue.function(line.problem)
    return run(settings, on: function)
  }
  let solved = (
    ours.count { $0.isSolved }, theirs.count { $0.evaluations != nil }
  )
  let (name, method) = (pairing.ours, pairing.theirs)
  print("\(name): solves \(solved.0) of \(theirs.count), scipy's \(method) \(solved.1)")
  let lost = zip(ours, theirs).filter { !$0.isSolved && $1.evaluations != nil }
  for (_, line) in lost { print("  not solved: \(line.problem)") }
  report("\(name): solved by scipy's \(method) alone", ratio: Double(lost.count), atMost: 0)
  let both = zip(ours, theirs).filter { $0.isSolved && $1.evaluations != nil }
  let evaluations = geometricMean(both.map { ($0.evaluations, $1.evaluations ?? 0) })
  let title = "\(name): evaluations / scipy's, geometric mean of \(both.count)"
  if pairing.isRace {
    report(title, ratio: evaluations, atMost: 1)
  } else {
    show(title, evaluations)
    let curvatures = geometricMean(both.map { ($0.curvatures, $1.curvatures) })
    show("\(name): Hessians or products / scipy's, geometric mean", curvatures)
  }
}

/// Of ours over theirs, where neither is 0.
private func geometricMean(_ pairs: [(ours: Int, theirs: Int)]) -> Double {
  let logarithms = pairs.filter { $0.ours > 0 && $0.theirs > 0 }
    .map { log(Double($0.ours) / Double($0.theirs)) }
  return exp(logarithms.reduce(0, +) / Double(logarithms.count))
}

private func run(
  _ settings: some OptimizerSettings, on function: some TestFunction
) -> Tally {
  var oracle = TargetOracle(function)
  descend(function.start, with: settings, querying: &oracle)
  return oracle.tally
}

private func descend<S: OptimizerSettings>(
  _ start: Vector, with settings: S, querying oracle: inout TargetOracle<some TestFunction>
) {
  var method = S.Method(settings, dimension: start.count)
  var x = start
  // Ends by a halt: an answer that is low enough, or the last that is allowed, is the last.
  while (try? method.step(from: &x, querying: &oracle)) != nil {}
}

/// What was asked of an oracle.
private struct Tally {
  /// Values and gradients, each of f with or without its gradient.
  var evaluations = 0
  /// Hessians, and products with them.
  var curvatures = 0
  /// Whether f − f* ≤ 1e-8 was reached.
  var isSolved = false
}

/// Halts at the first value that is low enough.
private struct TargetOracle<F: TestFunction>: Oracle {
  let function: F
  var tally = Tally()

  init(_ function: F) {
    self.function = function
  }

  var dimension: Int { function.dimension }

  private mutating func see(_ value: Double) throws(Halt) {
    tally.evaluations += 1
    tally.isSolved = value - (function.minimum ?? 0) <= 1e-8
    if tally.isSolved { throw .budgetSpent("solved") }
    if tally.evaluations >= 20_000 { throw .budgetSpent("\(tally.evaluations) evaluations") }
  }

  mutating func value(at x: borrowing Vector) throws(Halt) -> Double {
    let value = function.value(at: x.span)
    try see(value)
    return value
  }

  mutating func gradient(
    at x: borrowing Vector, into gradient: inout Vector
  ) throws(Halt) -> Double {
    var span = gradient.mutableSpan
    let value = function.gradient(at: x.span, into: &span)
    try see(value)
    return value
  }

  mutating func hessian(
    at x: borrowing Vector, into hessian: inout SymmetricMatrix
  ) throws(Halt) {
    tally.curvatures += 1
    function.hessian(at: x.span, into: &hessian)
  }

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt) {
    tally.curvatures += 1
    var span = product.mutableSpan
    function.hessianProduct(at: x.span, along: d.span, into: &span)
  }
}
