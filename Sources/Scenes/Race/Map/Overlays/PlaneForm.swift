import Contours
import RealModule

/// A symmetric 2 × 2 matrix, with its eigensystem.
struct PlaneForm: Hashable, Sendable {
  /// The entries (0, 0), (0, 1) and (1, 1).
  let a: Double
  let b: Double
  let c: Double

  init(_ a: Double, _ b: Double, _ c: Double) {
    self.a = a
    self.b = b
    self.c = c
  }

  /// Its eigenvalues, and the unit eigenvector of the first; the other is a quarter turn on.
  var eigensystem: (values: PlanePoint, axis: PlanePoint) {
    // One rotation of Jacobi's, which keeps the digits of small eigenvalues.
    guard b != 0 else { return (PlanePoint(a, c), PlanePoint(1, 0)) }
    let slope = (c - a) / (2 * b)
    let sign: Double = slope >= 0 ? 1 : -1
    let t = sign / (abs(slope) + (slope * slope + 1).squareRoot())
    let cosine = 1 / (t * t + 1).squareRoot()
    return (PlanePoint(a - t * b, c + t * b), PlanePoint(cosine, -t * cosine))
  }

  /// Nil where the matrix is singular, or so nearly that the inverse overflows.
  var inverse: PlaneForm? {
    let (values, axis) = eigensystem
    let (p, q) = (1 / values.x, 1 / values.y)
    guard p.isFinite, q.isFinite else { return nil }
    return PlaneForm(
      p * axis.x * axis.x + q * axis.y * axis.y, (p - q) * axis.x * axis.y,
      p * axis.y * axis.y + q * axis.x * axis.x)
  }

  func product(_ v: PlanePoint) -> PlanePoint { PlanePoint(a * v.x + b * v.y, b * v.x + c * v.y) }
}
