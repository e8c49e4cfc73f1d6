import LinearAlgebra

/// An objective that is a mean over examples, J(θ) = (1/m) Σ L(θ; xᵢ, yᵢ), with or without a
/// penalty that does not depend on them.
///
/// Where a list of example numbers is given, the mean is taken over these alone, in their order: a
/// minibatch. A number may stand there more than once. The penalty counts in full.
public protocol FiniteSum: Objective {
  /// m.
  var exampleCount: Int { get }
  /// Whether J over several examples is the mean of J over each; not with batch normalization, by
  /// which the loss of an example depends on those beside it.
  var isMeanOfExamples: Bool { get }

  /// J over some examples, at least one.
  func value(at x: Span<Double>, over examples: Span<Int>) -> Double

  /// Writes the gradient over some examples, and returns J over them.
  func gradient(
    at x: Span<Double>, over examples: Span<Int>, into gradient: inout MutableSpan<Double>
  ) -> Double

  /// Writes H(x) d over some examples.
  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, over examples: Span<Int>,
    into product: inout MutableSpan<Double>)
}

extension FiniteSum {
  /// The Hessian over some examples from n products with the unit vectors.
  public func hessian(
    at x: Span<Double>, over examples: Span<Int>, into hessian: inout SymmetricMatrix
  ) {
    hessian.setColumns { unit, column in
      hessianProduct(at: x, along: unit, over: examples, into: &column)
    }
  }
}

// MARK: - Arrays in and out

extension FiniteSum {
  public func value(at x: Vector, over examples: [Int]) -> Double {
    value(at: x.span, over: examples.span)
  }

  /// The gradient over some examples as a new vector.
  public func gradient(at x: Vector, over examples: [Int]) -> Vector {
    var gradient = Vector.zeros(dimension)
    var span = gradient.mutableSpan
    _ = self.gradient(at: x.span, over: examples.span, into: &span)
    return gradient
  }

  /// H(x) d over some examples as a new vector.
  public func hessianProduct(at x: Vector, along d: Vector, over examples: [Int]) -> Vector {
    var product = Vector.zeros(dimension)
    var span = product.mutableSpan
    hessianProduct(at: x.span, along: d.span, over: examples.span, into: &span)
    return product
  }
}
