import LinearAlgebra

extension Forwarding {
  /// A step of `method` that asks the oracle by this way.
  mutating func step<O: Oracle & ~Copyable>(
    of method: inout any GradientMethod, from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    try between(&oracle) { oracle throws(Halt) in
      try method.step(from: &x, querying: &oracle)
    }
  }
}
