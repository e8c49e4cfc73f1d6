import LinearAlgebra
import Objectives

/// c f(Qᵀx) for Rosenbrock's f and the rotation Q by an angle, a sum of two squares.
struct MovedRosenbrock: ResidualObjective {
  /// A power of 4, so that residuals are scaled by a power of two.
  var factor = 1.0
  /// Cosine and sine of the angle.
  var turn = (cos: 1.0, sin: 0.0)

  let dimension = 2
  let residualCount = 2

  /// Q z.
  func moved(_ z: Vector) -> Vector {
    [turn.cos * z[0] - turn.sin * z[1], turn.sin * z[0] + turn.cos * z[1]]
  }

  /// Qᵀ x.
  private func original(_ x: Span<Double>) -> (Double, Double) {
    (turn.cos * x[0] + turn.sin * x[1], turn.cos * x[1] - turn.sin * x[0])
  }

  func value(at x: Span<Double>) -> Double {
    let (a, b) = original(x)
    let (r, s) = (10 * (b - a * a), 1 - a)
    return factor * (r * r + s * s)
  }

  func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    let (a, b) = original(x)
    let bend = 200 * (b - a * a)
    let g = moved([-2 * a * bend - 2 * (1 - a), bend])
    for i in 0..<2 { gradient[i] = factor * g[i] }
    return value(at: x)
  }

  func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    let (a, b) = original(x)
    let (u, v) = original(d)
    let hd = moved([(1200 * a * a - 400 * b + 2) * u - 400 * a * v, -400 * a * u + 200 * v])
    for i in 0..<2 { product[i] = factor * hd[i] }
  }

  func residuals(at x: Span<Double>, into residuals: inout MutableSpan<Double>) {
    let (a, b) = original(x)
    let root = factor.squareRoot()
    residuals[0] = root * (10 * (b - a * a))
    residuals[1] = root * (1 - a)
  }

  func jacobian(
    at x: Span<Double>, into jacobian: inout MutableSpan<Double>,
    residuals: inout MutableSpan<Double>
  ) {
    self.residuals(at: x, into: &residuals)
    let (a, _) = original(x)
    let root = factor.squareRoot()
    for (i, row) in [[-20 * a, 10], [-1, 0]].enumerated() {
      let turned = moved(Vector(row))
      for j in 0..<2 { jacobian[2 * i + j] = root * turned[j] }
    }
  }
}
