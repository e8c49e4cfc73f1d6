import LinearAlgebra

/// The gradient of each example where it was last asked for, and their mean; zeros before. m × n
/// numbers.
struct GradientTable: Sendable {
  /// The mean over all examples of what the table holds.
  private(set) var mean: Vector
  private var rows: [Vector]
  /// Examples that have been asked for.
  private(set) var seen = 0
  /// Room for a gradient.
  private var fresh: Vector

  init(dimension: Int) {
    mean = .zeros(dimension)
    rows = []
    fresh = mean
  }

  /// Asks for the gradients of a minibatch's examples at x and keeps them.
  ///
  /// - Parameter change: becomes the mean over the minibatch of what each gradient has changed by.
  /// - Returns: the minibatch's value at x.
  mutating func renew<O: Oracle & ~Copyable>(
    at x: borrowing Vector, querying oracle: inout O, over examples: Examples,
    change: inout Vector
  ) throws(Halt) -> Double {
    if rows.isEmpty { rows = Array(repeating: [], count: examples.count) }
    // Asked first, kept after: a step that is halted leaves the table as it was.
    var gradients: [Vector] = []
    var value = 0.0
    for example in examples.minibatch {
      value += try oracle.gradient(at: x, over: [example], into: &fresh)
      gradients.append(fresh)
    }
    for i in change.indices { change[i] = 0 }
    for (example, gradient) in zip(examples.minibatch, gradients) {
      change.add(1, gradient)
      if !rows[example].isEmpty { change.add(-1, rows[example]) }
    }
    change.scale(by: 1 / Double(examples.minibatch.count))
    // An example that was drawn twice has counted twice above, and changes its row once.
    for (example, gradient) in zip(examples.minibatch, gradients) {
      keep(gradient, of: example, among: examples.count)
    }
    return value / Double(examples.minibatch.count)
  }

  private mutating func keep(_ gradient: Vector, of example: Int, among count: Int) {
    mean.add(1 / Double(count), gradient)
    if rows[example].isEmpty {
      seen += 1
    } else {
      mean.add(-1 / Double(count), rows[example])
    }
    rows[example] = gradient
  }
}
