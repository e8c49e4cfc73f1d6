/// One instance of a BBOB function: f(x) = formula(z) + penalty + f_opt, z being x after the
/// layers.
///
/// The gradient takes one sweep forward and one back.
public struct BBOBLandscape<Formula: BBOBFormula>: Sendable {
  /// What its random parts were drawn from.
  public internal(set) var draw: BBOBDraw
  /// f_opt.
  public let minimum: Double
  /// x_opt.
  public let optimum: [Double]
  @usableFromInline let layers: [BBOBLayer]
  @usableFromInline let formula: Formula
  /// The weight of Σ max(0, |xᵢ| − 5)².
  @usableFromInline let penalty: Double

  init(
    _ draw: BBOBDraw, optimum: [Double], layers: [BBOBLayer], formula: Formula, penalty: Double = 0
  ) {
    self.draw = draw
    minimum = draw.minimum
    self.optimum = optimum
    self.layers = layers
    self.formula = formula
    self.penalty = penalty
  }
}

extension BBOBLandscape {
  /// Products with matrices run over several numbers at once.
  var valueCost: Int {
    let n = draw.dimension
    return layers.reduce(2 * n) { cost, layer in
      if case .matrix = layer { cost + n * n / 4 } else { cost + 2 * n }
    }
  }

  @inlinable
  func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sweep = BBOBSweep(x)
    for layer in layers { sweep.advance(through: layer, recording: false) }
    return formula.evaluate(sweep.z.span) + outside(x) + S(minimum)
  }

  @inlinable
  func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    var sweep = BBOBSweep(x)
    for layer in layers { sweep.advance(through: layer, recording: true) }
    var span = sweep.z.mutableSpan
    let value = formula.differentiate(&span)
    for layer in layers.reversed() { sweep.retreat(through: layer) }
    for i in 0..<x.count { gradient[i] = sweep.z[i] }
    return value + outside(x, addingTo: &gradient) + S(minimum)
  }

  /// The penalty for leaving [−5, 5]ⁿ.
  @inlinable
  func outside<S: Scalar>(_ x: Span<S>) -> S {
    guard penalty != 0 else { return 0 }
    var sum: S = 0
    for i in 0..<x.count { sum += BBOBTransformation.squaredExcess(x[i], over: 5) }
    return S(penalty) * sum
  }

  @inlinable
  func outside<S: Scalar>(_ x: Span<S>, addingTo gradient: inout MutableSpan<S>) -> S {
    guard penalty != 0 else { return 0 }
    var sum: S = 0
    for i in 0..<x.count where x[i].real.magnitude > 5 {
      let excess = BBOBTransformation.squaredExcess(Dual(x[i], 1), over: 5)
      sum += excess.value
      gradient[i] += S(penalty) * excess.derivative
    }
    return S(penalty) * sum
  }
}
