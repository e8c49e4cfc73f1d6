import LinearAlgebra

/// a / b, and 0 for 0 / 0: a component whose gradient was never anything but zero is not moved.
@inline(__always)
func quotient(_ a: Double, _ b: Double) -> Double {
  a == 0 && b == 0 ? 0 : a / b
}

/// −1, 0 or 1; NaN of NaN.
@inline(__always)
func sign(_ a: Double) -> Double {
  a > 0 ? 1 : a < 0 ? -1 : a.isNaN ? a : 0
}

/// What is kept of a decaying mean or sum: 0 in place of a number below 1e-300 in size.
///
/// Left alone it sticks at a denormal number, which changes no digit of a step but makes each later
/// one slower.
@inline(__always)
func flushed(_ a: Double) -> Double {
  abs(a) < 1e-300 ? 0 : a
}

/// The same of an average of squares, which may stand in a denominator and does not become zero.
@inline(__always)
func raised(_ a: Double) -> Double {
  a > 0 && a < 1e-300 ? 1e-300 : a
}

/// βa + (1−β)b, one step of a decaying average.
@inline(__always)
func blend(_ beta: Double, _ a: Double, _ b: Double) -> Double {
  flushed(beta * a + (1 - beta) * b)
}

/// βa + (1−β)b², one step of a decaying average of squares.
@inline(__always)
func blendSquare(_ beta: Double, _ a: Double, _ b: Double) -> Double {
  raised(beta * a + (1 - beta) * b * b)
}

/// m ← αm − εg, θ ← θ + m, component by component.
func stepByMomentum(
  _ x: inout Vector, buffer: inout Vector, gradient: Vector, rate: Double, momentum: Double
) {
  var theta = x.mutableSpan
  var m = buffer.mutableSpan
  let g = gradient.span
  for i in 0..<theta.count {
    m[i] = flushed(momentum * m[i] - rate * g[i])
    theta[i] += m[i]
  }
}

/// b ← αb + γg, component by component.
func accumulate(_ buffer: inout Vector, gradient: Vector, gain: Double, momentum: Double) {
  var b = buffer.mutableSpan
  let g = gradient.span
  for i in 0..<b.count { b[i] = flushed(momentum * b[i] + gain * g[i]) }
}

/// ‖a − b‖₂, infinite where the squares overflow.
func distance(_ a: Vector, _ b: Vector) -> Double {
  let (u, v) = (a.span, b.span)
  var sum = 0.0
  for i in 0..<u.count { sum += (u[i] - v[i]) * (u[i] - v[i]) }
  return sum.squareRoot()
}

/// a / b for the norms of variables and step, and 1 where either is zero and says nothing.
func normRatio(_ a: Double, _ b: Double) -> Double {
  a == 0 || b == 0 ? 1 : a / b
}
