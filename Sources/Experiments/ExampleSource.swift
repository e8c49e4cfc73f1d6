import LinearAlgebra
import Objectives
import Optimizers

/// The examples that an oracle of a finite sum answers from: all, or the minibatch of a step.
///
/// Answers are nil, or false, where they are those of the whole objective.
struct ExampleSource {
  private let sum: any FiniteSum
  private var minibatches: MinibatchSource?

  /// Nil where the objective is no finite sum.
  init?(_ objective: some TestFunction, run: UInt64) {
    guard let sum = objective.finiteSum else { return nil }
    self.sum = sum
    minibatches = objective.minibatch.map { MinibatchSource($0, of: sum.exampleCount, run: run) }
  }

  /// How many examples an answer looks at.
  var count: Int { minibatches?.current.count ?? sum.exampleCount }

  /// How many there are.
  var total: Int { sum.exampleCount }

  /// Nil where every answer is over all, or examples have no loss of their own.
  var examples: Examples? {
    guard sum.isMeanOfExamples else { return nil }
    return minibatches.map {
      Examples(count: total, minibatch: $0.current, size: $0.minibatch.size)
    }
  }

  var isSampled: Bool { minibatches != nil }
  mutating func draw() { minibatches?.draw() }
  func value(at x: borrowing Vector) -> Double? {
    guard let minibatches else { return nil }
    return sum.value(at: x.span, over: minibatches.current.span)
  }
  func gradient(at x: borrowing Vector, into gradient: inout Vector) -> Double? {
    guard let minibatches else { return nil }
    var span = gradient.mutableSpan
    return sum.gradient(at: x.span, over: minibatches.current.span, into: &span)
  }

  /// - Parameter some: the examples; nil for all.
  func gradient(
    at x: borrowing Vector, over some: [Int]?, into gradient: inout Vector
  ) -> Double {
    var span = gradient.mutableSpan
    guard let some else { return sum.gradient(at: x.span, into: &span) }
    return sum.gradient(at: x.span, over: some.span, into: &span)
  }
  func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) -> Bool {
    guard let minibatches else { return false }
    sum.hessian(at: x.span, over: minibatches.current.span, into: &hessian)
    return true
  }
  func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) -> Bool {
    guard let minibatches else { return false }
    var span = product.mutableSpan
    sum.hessianProduct(at: x.span, along: d.span, over: minibatches.current.span, into: &span)
    return true
  }
}
