import LinearAlgebra

/// A method whose step asks for one gradient and updates the iterate along it.
///
/// What asks is apart from what updates, so that wrappers can change the gradient on its way, and
/// the update is compiled once, whatever the oracle.
public protocol GradientMethod: Optimizer {
  /// Room for the gradient between the query and the update; n numbers.
  var gradient: Vector { get set }

  /// Whether the gradient is asked for at the evaluation point, not at the iterate. The same for a
  /// whole run.
  var asksAtEvaluationPoint: Bool { get }

  /// Why no step can be taken in so many variables, where that is so; the first step throws it. The
  /// same for a whole run.
  var refusal: Halt? { get }

  /// What the latest step measured the components of the gradient by, n numbers: √ŝ of Adam and
  /// its kin. Nil where there is none, as before the first step of a corrected average.
  var gradientScale: Vector? { get }

  /// Replaces the iterate x, given the gradient g and the value f that were asked for. g may be
  /// overwritten.
  mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double)
}

extension GradientMethod {
  @inlinable
  public var asksAtEvaluationPoint: Bool { false }

  @inlinable
  public var refusal: Halt? { nil }

  @inlinable @inline(__always)
  public mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    try gradientStep(from: &x, querying: &oracle)
  }

  /// The step of one gradient, for methods that ask for more before it.
  ///
  /// - Throws: the method's refusal, or what the oracle throws; x is then what it was.
  @inlinable @inline(__always)
  public mutating func gradientStep<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    if let refusal { throw refusal }
    // Taken out while the rest of self changes, and put back whatever happens. That is written
    // twice, as what is deferred would not be compiled for the one method that this is.
    var g: Vector = []
    swap(&g, &gradient)
    do throws(Halt) {
      let value =
        asksAtEvaluationPoint
        ? try oracle.gradient(at: evaluationPoint(from: x), into: &g)
        : try oracle.gradient(at: x, into: &g)
      descend(&x, along: &g, value: value)
    } catch {
      swap(&g, &gradient)
      throw error
    }
    swap(&g, &gradient)
  }
}

/// Settings of a gradient method; what wrappers take inside.
public protocol GradientSettings: OptimizerSettings where Method: GradientMethod {}

extension GradientSettings {
  /// The memory of a run, its type forgotten.
  func makeMethod(dimension: Int) -> any GradientMethod {
    Method(self, dimension: dimension)
  }
}
