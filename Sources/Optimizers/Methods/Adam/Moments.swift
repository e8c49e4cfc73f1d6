import LinearAlgebra

/// What Adam and its kin remember: m, the decaying average of gradients, s, that of their squares,
/// and how far both are still biased towards 0.
struct Moments: Sendable {
  let beta1: Double
  let beta2: Double
  var means: Vector
  var squares: Vector
  /// The largest s so far, which stands for s in AMSGrad's variants; empty in others.
  var largest: Vector
  private var power1: DecayingPower
  private var power2: DecayingPower

  init(
    _ beta1: Double, _ beta2: Double, dimension: Int, mean: Double = 0, square: Double = 0,
    keepsLargest: Bool = false
  ) {
    self.beta1 = beta1
    self.beta2 = beta2
    means = Vector(repeating: mean, count: dimension)
    squares = Vector(repeating: square, count: dimension)
    largest = .zeros(keepsLargest ? dimension : 0)
    power1 = DecayingPower(beta1)
    power2 = DecayingPower(beta2)
  }

  /// 1 − β₁ᵗ.
  var meanCorrection: Double { 1 - power1.value }
  /// 1 − β₂ᵗ.
  var squareCorrection: Double { 1 - power2.value }
  /// β₂ᵗ.
  var squarePower: Double { power2.value }

  /// m̂, or what looks ahead of it.
  func correctedMean(looksAhead: Bool) -> CorrectedMean {
    CorrectedMean(beta1: beta1, correction: meanCorrection, looksAhead: looksAhead)
  }

  /// √ŝ, the usual size of the gradient's components, or the largest so far; nil before the first
  /// step.
  var scale: Vector? {
    scale(of: largest.isEmpty ? squares : largest)
  }

  /// The same with another average of squares in place of s.
  func scale(of squares: Vector) -> Vector? {
    squareCorrection > 0 ? squares.map { ($0 / squareCorrection).squareRoot() } : nil
  }

  /// Begins step t + 1.
  mutating func advance() {
    power1.advance()
    power2.advance()
  }

  /// Takes in the gradient g, and replaces x by x − `step`(g, m, s), component by component, with
  /// the largest s so far where that is kept.
  @inline(__always)
  mutating func descend(
    _ x: inout Vector, along gradient: Vector,
    step: (_ g: Double, _ m: Double, _ s: Double) -> Double
  ) {
    let beta2 = beta2
    descend(
      &x, along: gradient, accumulate: { s, g, _ in blendSquare(beta2, s, g) }, step: step)
  }

  /// The same where s is not the average of squares but what `accumulate`(s, g, m) makes of it,
  /// with the new m.
  @inline(__always)
  mutating func descend(
    _ x: inout Vector, along gradient: Vector,
    accumulate: (_ s: Double, _ g: Double, _ m: Double) -> Double,
    step: (_ g: Double, _ m: Double, _ s: Double) -> Double
  ) {
    if largest.isEmpty {
      Self.descend(&x, &means, &squares, along: gradient, beta1, accumulate, step)
    } else {
      Self.descend(&x, &means, &squares, &largest, along: gradient, beta1, accumulate, step)
    }
  }

  /// Takes in the gradient g, and replaces it by `direction`(g, m, s), component by component.
  @inline(__always)
  mutating func transform(
    _ gradient: inout Vector, direction: (_ g: Double, _ m: Double, _ s: Double) -> Double
  ) {
    Self.transform(&gradient, &means, &squares, beta1, beta2, direction)
  }
}

// The loops: spans of two properties need these apart.
extension Moments {
  @inline(__always)
  private static func descend(
    _ x: inout Vector, _ means: inout Vector, _ squares: inout Vector, along gradient: Vector,
    _ beta1: Double, _ accumulate: (Double, Double, Double) -> Double,
    _ step: (Double, Double, Double) -> Double
  ) {
    var theta = x.mutableSpan
    var m = means.mutableSpan
    var s = squares.mutableSpan
    let g = gradient.span
    for i in 0..<theta.count {
      m[i] = blend(beta1, m[i], g[i])
      s[i] = accumulate(s[i], g[i], m[i])
      theta[i] -= step(g[i], m[i], s[i])
    }
  }

  @inline(__always)
  private static func descend(
    _ x: inout Vector, _ means: inout Vector, _ squares: inout Vector, _ largest: inout Vector,
    along gradient: Vector, _ beta1: Double,
    _ accumulate: (Double, Double, Double) -> Double, _ step: (Double, Double, Double) -> Double
  ) {
    var theta = x.mutableSpan
    var m = means.mutableSpan
    var s = squares.mutableSpan
    var top = largest.mutableSpan
    let g = gradient.span
    for i in 0..<theta.count {
      m[i] = blend(beta1, m[i], g[i])
      s[i] = accumulate(s[i], g[i], m[i])
      theta[i] -= step(g[i], m[i], raise(&top[i], to: s[i]))
    }
  }

  @inline(__always)
  private static func transform(
    _ gradient: inout Vector, _ means: inout Vector, _ squares: inout Vector,
    _ beta1: Double, _ beta2: Double, _ direction: (Double, Double, Double) -> Double
  ) {
    var g = gradient.mutableSpan
    var m = means.mutableSpan
    var s = squares.mutableSpan
    for i in 0..<g.count {
      m[i] = blend(beta1, m[i], g[i])
      s[i] = blendSquare(beta2, s[i], g[i])
      g[i] = direction(g[i], m[i], s[i])
    }
  }
}
