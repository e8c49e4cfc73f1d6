import LinearAlgebra

/// An oracle that changes the gradients of another on their way; all else passes through.
struct GradientOracle<Base: Oracle & ~Copyable, Change: GradientChange>: Oracle, ~Copyable {
  var base: Base
  var change: Change

  var dimension: Int { base.dimension }

  mutating func value(at x: borrowing Vector) throws(Halt) -> Double {
    try base.value(at: x)
  }

  mutating func gradient(at x: borrowing Vector, into g: inout Vector) throws(Halt) -> Double {
    try change.gradient(of: &base, at: x, into: &g)
  }

  mutating func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) throws(Halt) {
    try base.hessian(at: x, into: &hessian)
  }

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt) {
    try base.product(at: x, along: d, into: &product)
  }

  var residualCount: Int? { base.residualCount }

  mutating func residuals(at x: borrowing Vector, into residuals: inout Vector) throws(Halt) {
    try base.residuals(at: x, into: &residuals)
  }

  mutating func jacobian(
    at x: borrowing Vector, into jacobian: inout Matrix, residuals: inout Vector
  ) throws(Halt) {
    try base.jacobian(at: x, into: &jacobian, residuals: &residuals)
  }
}

/// How a wrapper answers for a gradient, given an oracle.
protocol GradientChange {
  /// Writes the gradient for x into `g` and returns f(x).
  mutating func gradient<O: Oracle & ~Copyable>(
    of oracle: inout O, at x: borrowing Vector, into g: inout Vector
  ) throws(Halt) -> Double
}

extension GradientChange {
  /// A step of `method` that sees the gradients of `oracle` changed. The oracle is moved into one
  /// of changed gradients and back.
  mutating func step<O: Oracle & ~Copyable>(
    of method: inout any GradientMethod, from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    var changed = GradientOracle(base: oracle, change: self)
    let halt: Halt?
    do throws(Halt) {
      try method.step(from: &x, querying: &changed)
      halt = nil
    } catch {
      halt = error
    }
    self = changed.change
    oracle = changed.base
    if let halt { throw halt }
  }
}
