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
}

/// Evaluations, each of f with or without its gradient, to f − f* ≤ 1e-8, against those of scipy's
/// minimize on the problems of Moré, Garbow and Hillstrom.
func measureEvaluations() throws {
  let lines = try PeerScript.lines(
    PeerCount.self, of: "scipy_minimize.py", needing: "scipy", interpreter: "PYTHON_SCIPY")
  let pairs = [("BFGS", "bfgs"), ("L-BFGS-B", "lbfgs"), ("CG", "cg")]
  for (method, name) in pairs {
    let settings = try OptimizerCatalogue.settings(name)
    let theirs = lines.filter { $0.method == method }
    guard !theirs.isEmpty else { continue }
    let ours = try theirs.map {
      evaluations(of: settings, on: try FunctionCatalogue.function($0.problem))
    }
    let both = zip(ours, theirs).compactMap { ours, line -> Double? in
      guard let ours, let theirs = line.evaluations else { return nil }
      return log(Double(ours) / Double(theirs))
    }
    let lost = zip(ours, theirs).filter { $0 == nil && $1.evaluations != nil }
    let counts = (ours.compactMap(\.self).count, theirs.compactMap(\.evaluations).count)
    print("\(name): solves \(counts.0) of \(theirs.count), scipy's \(method) \(counts.1)")
    report("\(name): solved by scipy's \(method) alone", ratio: Double(lost.count), atMost: 0)
    report(
      "\(name): evaluations / scipy's, geometric mean of \(both.count)",
      ratio: exp(both.reduce(0, +) / Double(both.count)), atMost: 1)
  }
}

/// Nil where f − f* ≤ 1e-8 is not reached.
private func evaluations(
  of settings: some OptimizerSettings, on function: some TestFunction
) -> Int? {
  var oracle = TargetOracle(function)
  descend(function.start, with: settings, querying: &oracle)
  return oracle.isSolved ? oracle.count : nil
}

private func descend<S: OptimizerSettings>(
  _ start: Vector, with settings: S, querying oracle: inout TargetOracle<some TestFunction>
) {
  var method = S.Method(settings, dimension: start.count)
  var x = start
  // Ends by a halt: an answer that is low enough, or the last that is allowed, is the last.
  while (try? method.step(from: &x, querying: &oracle)) != nil {}
}

/// Halts at the first value that is low enough.
private struct TargetOracle<F: TestFunction>: Oracle {
  let function: F
  var count = 0
  var isSolved = false

  init(_ function: F) {
    self.function = function
  }

  var dimension: Int { function.dimension }

  private mutating func see(_ value: Double) throws(Halt) {
    count += 1
    isSolved = value - (function.minimum ?? 0) <= 1e-8
    if isSolved { throw .budgetSpent("solved") }
    if count >= 20_000 { throw .budgetSpent("\(count) evaluations") }
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
    function.hessian(at: x.span, into: &hessian)
  }

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt) {
    var span = product.mutableSpan
    function.hessianProduct(at: x.span, along: d.span, into: &span)
  }
}
