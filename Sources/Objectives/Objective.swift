import LinearAlgebra

/// A function to be minimized, f: ℝⁿ → ℝ, with derivatives.
///
/// Objectives are pure: they count nothing, keep nothing, and answer the same for the same point.
/// Every argument has `dimension` components. Overflow and arguments outside a formula's reach give
/// infinities or NaN as IEEE arithmetic does; nothing traps. At a kink, where f has slopes on
/// either side but no gradient, |t| has the derivative 0 at t = 0, and so has √t.
public protocol Objective: Sendable {
  /// n.
  var dimension: Int { get }

  /// f(x).
  func value(at x: Span<Double>) -> Double

  /// Writes ∇f(x) into `gradient` and returns f(x).
  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double

  /// Writes H(x) d into `product`.
  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>)

  /// Writes the Hessian H(x) into `hessian`, which has order n.
  func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix)
}

extension Objective {
  /// The Hessian from n products with the unit vectors.
  public func hessian(at x: Span<Double>, into hessian: inout SymmetricMatrix) {
    hessian.setColumns { unit, column in
      hessianProduct(at: x, along: unit, into: &column)
    }
  }
}

extension SymmetricMatrix {
  /// Sets the matrix by its products with the unit vectors.
  mutating func setColumns(_ product: (Span<Double>, inout MutableSpan<Double>) -> Void) {
    var unit = Vector.zeros(order)
    var column = Vector.zeros(order)
    for j in 0..<order {
      unit[j] = 1
      var columnSpan = column.mutableSpan
      product(unit.span, &columnSpan)
      for i in 0...j { self[i, j] = column[i] }
      unit[j] = 0
    }
  }
}

// MARK: - Arrays in and out

extension Objective {
  public func value(at x: Vector) -> Double {
    value(at: x.span)
  }

  /// ∇f(x) as a new vector.
  public func gradient(at x: Vector) -> Vector {
    var gradient = Vector.zeros(dimension)
    var span = gradient.mutableSpan
    _ = self.gradient(at: x.span, into: &span)
    return gradient
  }

  /// H(x) d as a new vector.
  public func hessianProduct(at x: Vector, along d: Vector) -> Vector {
    var product = Vector.zeros(dimension)
    var span = product.mutableSpan
    hessianProduct(at: x.span, along: d.span, into: &span)
    return product
  }

  /// H(x) as a new matrix, n × n.
  public func hessian(at x: Vector) -> SymmetricMatrix {
    var matrix = SymmetricMatrix(order: dimension)
    hessian(at: x.span, into: &matrix)
    return matrix
  }
}
