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

/// βa + (1−β)b, one step of a decaying average.
@inline(__always)
func blend(_ beta: Double, _ a: Double, _ b: Double) -> Double {
  beta * a + (1 - beta) * b
}

/// βa + (1−β)b², one step of a decaying average of squares.
@inline(__always)
func blendSquare(_ beta: Double, _ a: Double, _ b: Double) -> Double {
  beta * a + (1 - beta) * b * b
}
