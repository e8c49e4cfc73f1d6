import LinearAlgebra

@testable import Optimizers

/// Any function is the mean over one example.
extension TestOracle {
  var examples: Examples? { Examples(count: 1, minibatch: [0], size: 1) }

  mutating func gradient(
    at x: borrowing Vector, over some: [Int]?, into gradient: inout Vector
  ) throws(Halt) -> Double {
    try self.gradient(at: x, into: &gradient)
  }
}
