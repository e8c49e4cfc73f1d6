import LinearAlgebra
import Specifications

/// A point of the past with its gradient over all examples, or an estimate of that, from which the
/// gradient of a minibatch is corrected.
struct Snapshot: Sendable {
  /// x̃.
  private(set) var point: Vector
  /// ∇f(x̃) over all examples.
  private(set) var gradient: Vector
  /// Steps since it was taken; nil before the first.
  private(set) var age: Int?
  /// Room for a gradient at x̃.
  private var old: Vector

  init(dimension: Int) {
    point = .zeros(dimension)
    gradient = point
    old = point
  }

  /// How many steps pass between snapshots where that is not said: two passes through m examples.
  static func usualLength(_ examples: Examples) -> Int {
    2 * ((examples.count + examples.size - 1) / examples.size)
  }

  /// Takes a snapshot at x.
  ///
  /// - Returns: f(x) over all examples.
  @discardableResult
  mutating func take<O: Oracle & ~Copyable>(
    at x: borrowing Vector, querying oracle: inout O
  ) throws(Halt) -> Double {
    // Asked apart: a query that is refused leaves the snapshot as it was.
    let value = try oracle.gradient(at: x, over: nil, into: &old)
    swap(&gradient, &old)
    point.copy(x)
    age = 0
    return value
  }

  /// Moves on to x with an estimate of the gradient there, as a step does that counts.
  mutating func move(to x: borrowing Vector, estimate: borrowing Vector) {
    point.copy(x)
    gradient.copy(estimate)
    grow()
  }

  /// Counts a step.
  mutating func grow() { age = age.map { $0 + 1 } }

  /// Writes the minibatch's gradient at x less that at x̃, plus that over all at x̃: an estimate of
  /// ∇f(x), without bias where the one at x̃ is exact.
  ///
  /// - Returns: the minibatch's value at x.
  mutating func corrected<O: Oracle & ~Copyable>(
    at x: borrowing Vector, querying oracle: inout O, over examples: Examples,
    into estimate: inout Vector
  ) throws(Halt) -> Double {
    let value = try oracle.gradient(at: x, over: examples.minibatch, into: &estimate)
    _ = try oracle.gradient(at: point, over: examples.minibatch, into: &old)
    for i in estimate.indices { estimate[i] += gradient[i] - old[i] }
    return value
  }
}

extension Parameter {
  /// Steps between snapshots; nil for two passes through the examples.
  static func snapshotLength(_ path: WritableKeyPath<Root, Int?> & Sendable) -> Self {
    .optional(path, unset: "auto", standIn: 1) { path in
      .integer(
        "inner", path, symbol: "m", in: 1...1_000_000_000,
        "steps between snapshots, or auto for two passes through the examples")
    }
  }
}
