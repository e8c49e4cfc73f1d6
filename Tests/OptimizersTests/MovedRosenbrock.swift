import LinearAlgebra
import Objectives

/// c f(Qᵀx) for an orthogonal Q and the sum f of Rosenbrock's functions of two variables each, every
/// one a quarter of the one before it; a sum of squares.
struct MovedRosenbrock: ResidualObjective {
  /// A power of 4, so that residuals are scaled by a power of two.
  var factor = 1.0
  /// The rows of Q, whose order is even.
  var turn = [[1.0, 0], [0, 1]]

  var dimension: Int { turn.count }
  var residualCount: Int { turn.count }

  /// Rosenbrock's in each pair.
  var start: Vector { Vector((0..<dimension).map { $0.isMultiple(of: 2) ? -1.2 : 1 }) }

  /// Q z.
  func moved(_ z: Vector) -> Vector {
    Vector(turn.map { row in zip(row, z).reduce(0) { $0 + $1.0 * $1.1 } })
  }

  /// Qᵀ x.
  private func original(_ x: Span<Double>) -> Vector {
    Vector(turn.indices.map { j in turn.indices.reduce(0) { $0 + turn[$1][j] * x[$1] } })
  }

  /// What multiplies the kth pair's function.
  private func weight(_ pair: Int) -> Double {
    factor * Double(sign: .plus, exponent: -2 * pair, significand: 1)
  }

  private var pairs: Range<Int> { 0..<dimension / 2 }

  func value(at x: Span<Double>) -> Double {
    let z = original(x)
    return pairs.reduce(0) { sum, k in
      let (a, b) = (z[2 * k], z[2 * k + 1])
      let (r, s) = (10 * (b - a * a), 1 - a)
      return sum + weight(k) * (r * r + s * s)
    }
  }

  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    let z = original(x)
    let g = pairs.flatMap { k in
      let (a, b) = (z[2 * k], z[2 * k + 1])
      let bend = 200 * (b - a * a)
      return [weight(k) * (-2 * a * bend - 2 * (1 - a)), weight(k) * bend]
    }
    for (i, slope) in moved(Vector(g)).enumerated() { gradient[i] = slope }
    return value(at: x)
  }

  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    let (z, w) = (original(x), original(d))
    let hd = pairs.flatMap { k in
      let (a, b, u, v) = (z[2 * k], z[2 * k + 1], w[2 * k], w[2 * k + 1])
      return [
        weight(k) * ((1200 * a * a - 400 * b + 2) * u - 400 * a * v),
        weight(k) * (-400 * a * u + 200 * v),
      ]
    }
    for (i, entry) in moved(Vector(hd)).enumerated() { product[i] = entry }
  }

  func residuals(at x: Span<Double>, into residuals: inout MutableSpan<Double>) {
    let z = original(x)
    for k in pairs {
      let (a, b, root) = (z[2 * k], z[2 * k + 1], weight(k).squareRoot())
      residuals[2 * k] = root * (10 * (b - a * a))
      residuals[2 * k + 1] = root * (1 - a)
    }
  }

  func jacobian(
    at x: Span<Double>, into jacobian: inout MutableSpan<Double>,
    residuals: inout MutableSpan<Double>
  ) {
    self.residuals(at: x, into: &residuals)
    let z = original(x)
    for i in 0..<dimension {
      let (k, root) = (i / 2, weight(i / 2).squareRoot())
      var row = Vector.zeros(dimension)
      row[2 * k] = root * (i.isMultiple(of: 2) ? -20 * z[2 * k] : -1)
      if i.isMultiple(of: 2) { row[2 * k + 1] = root * 10 }
      for (j, entry) in moved(row).enumerated() { jacobian[dimension * i + j] = entry }
    }
  }
}
