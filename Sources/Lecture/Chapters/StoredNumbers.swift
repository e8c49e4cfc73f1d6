import LinearAlgebra
import Objectives
import Optimizers

/// How many numbers a method keeps from step to step, counted in its memory itself.
enum StoredNumbers {
  /// Of all arrays of doubles that a value holds, however deep.
  static func count(in value: Any) -> Int {
    if let numbers = value as? [Double] { return numbers.count }
    return Mirror(reflecting: value).children.reduce(0) { $0 + count(in: $1.value) }
  }

  /// Of a method after some steps on a function from its usual start.
  ///
  /// - Throws: `Halt` where a step cannot be taken.
  static func count(
    _ settings: some OptimizerSettings, on function: some TestFunction, steps: Int
  ) throws(Halt) -> Int {
    var method = type(of: settings).Method(settings, dimension: function.dimension)
    var oracle = PlainOracle(objective: function)
    var x = function.start
    for _ in 0..<steps { try method.step(from: &x, querying: &oracle) }
    return count(in: method)
  }
}

/// Answers a method that is driven step by step, and counts nothing.
struct PlainOracle<F: Objective>: Oracle {
  let objective: F

  var dimension: Int { objective.dimension }

  func value(at x: borrowing Vector) throws(Halt) -> Double { objective.value(at: x.span) }

  func gradient(
    at x: borrowing Vector, into gradient: inout Vector
  ) throws(Halt) -> Double {
    var span = gradient.mutableSpan
    return objective.gradient(at: x.span, into: &span)
  }

  func hessian(at x: borrowing Vector, into hessian: inout SymmetricMatrix) throws(Halt) {
    objective.hessian(at: x.span, into: &hessian)
  }

  func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt) {
    var span = product.mutableSpan
    objective.hessianProduct(at: x.span, along: d.span, into: &span)
  }
}
