import LinearAlgebra

/// A point x, and f(x) and ∇f(x) once they have been asked for.
public struct Sample: Sendable {
  /// The point, n numbers.
  public let x: Vector
  /// f(x); NaN until evaluated.
  public private(set) var value = Double.nan
  /// ∇f(x); zeros until evaluated.
  public private(set) var gradient: Vector
  private(set) var isEvaluated = false

  init(at x: Vector) {
    self.x = x
    gradient = .zeros(x.count)
  }

  /// Whether f and every component of ∇f are finite here.
  var isFinite: Bool { value.isFinite && gradient.isFinite }

  /// Asks for f and ∇f in one query, unless they are known.
  mutating func evaluate<O: Oracle & ~Copyable>(querying oracle: inout O) throws(Halt) {
    guard !isEvaluated else { return }
    value = try oracle.gradient(at: x, into: &gradient)
    isEvaluated = true
  }
}

extension Sample {
  /// −g.
  var steepestDescent: Vector { gradient.negated }

  /// x + ε p, not evaluated.
  public func moved(_ length: Double, along direction: Vector) -> Sample {
    var point = x
    point.add(length, direction)
    return Sample(at: point)
  }
}
