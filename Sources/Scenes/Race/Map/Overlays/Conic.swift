import Contours
import RealModule

/// The points center + q with qᵀBq = k: an ellipse, a hyperbola, or nothing.
struct Conic: Hashable, Sendable {
  let center: PlanePoint
  let form: PlaneForm
  let level: Double

  /// Vertices of a curve.
  private static let count = 192

  /// The level of the model gᵀp + pᵀBp/2 through p = 0, p being taken from x. Nil where the model
  /// has no stationary point, or only in the infinite.
  init?(modelAbout x: PlanePoint, gradient g: PlanePoint, form: PlaneForm) {
    guard let solution = form.inverse?.product(g) else { return nil }
    self.init(center: x - solution, form: form, level: (g * solution).sum())
  }

  init?(center: PlanePoint, form: PlaneForm, level: Double = 1) {
    guard center.x.isFinite, center.y.isFinite, level.isFinite, level != 0 else { return nil }
    self.center = center
    self.form = form
    self.level = level
  }

  var hasMinimum: Bool {
    let values = form.eigensystem.values
    return values.x > 0 && values.y > 0
  }

  /// The conic about the same center, of so many times the size.
  func scaled(by factor: Double) -> Conic? {
    Conic(center: center, form: form, level: level * factor * factor)
  }

  /// What spans the curve about the center: half the axes of an ellipse; of a hyperbola the way to
  /// a vertex, and with it what leads to an asymptote. Nil where there is no curve.
  var spans: (first: PlanePoint, second: PlanePoint, isEllipse: Bool)? {
    let (values, axis) = form.eigensystem
    let squares = level / values
    let x = abs(squares.x).squareRoot() * axis
    let y = abs(squares.y).squareRoot() * PlanePoint(-axis.y, axis.x)
    guard (x + y).sum().isFinite else { return nil }
    switch (squares.x > 0, squares.y > 0) {
    case (true, let isEllipse): return (x, y, isEllipse)
    case (false, true): return (y, x, false)
    case (false, false): return nil
    }
  }

  /// The curves, each vertex after vertex, as far as they lie within `reach` of `x`; densest near
  /// `x`, so that what is much larger than a picture is still smooth there.
  func curves(near x: PlanePoint, reach: Double) -> [[PlanePoint]] {
    let (values, axis) = form.eigensystem
    let squares = level / values
    let other = PlanePoint(-axis.y, axis.x)
    let offset = x - center
    let place = PlanePoint((offset * axis).sum(), (offset * other).sum())
    let farthest = (offset * offset).sum().squareRoot() + reach
    func point(_ q: PlanePoint) -> PlanePoint { center + q.x * axis + q.y * other }
    switch (squares.x > 0, squares.y > 0) {
    case (true, true):
      let axes = squares.squareRoot()
      return [Self.ellipse(axes, near: place, reach: reach).map(point)]
    case (true, false):
      return Self.hyperbola(squares.x.squareRoot(), (-squares.y).squareRoot(), farthest)
        .map { $0.map(point) }
    case (false, true):
      return Self.hyperbola(squares.y.squareRoot(), (-squares.x).squareRoot(), farthest)
        .map { $0.map { point(PlanePoint($0.y, $0.x)) } }
    case (false, false): return []
    }
  }

  private static func ellipse(
    _ axes: PlanePoint, near place: PlanePoint, reach: Double
  ) -> [PlanePoint] {
    let start = Double.atan2(y: place.y / axes.y, x: place.x / axes.x)
    let crowding = max(0.01, .log(max(axes.x, axes.y) / reach))
    return (0...count).map { i in
      let share = 2 * Double(i) / Double(count) - 1
      let angle = start + .pi * .sinh(crowding * share) / .sinh(crowding)
      return axes * PlanePoint(.cos(angle), .sin(angle))
    }
  }

  /// Both branches that open along the first axis, as far as `reach` from the center.
  private static func hyperbola(
    _ vertex: Double, _ other: Double, _ reach: Double
  ) -> [[PlanePoint]] {
    // Where either coordinate is out of reach.
    let end = min(Double.acosh(max(1, reach / vertex)), Double.asinh(reach / other))
    guard end > 0 else { return [] }
    let branch = (0...count).map { i in
      let t = end * (2 * Double(i) / Double(count) - 1)
      return PlanePoint(vertex * .cosh(t), other * .sinh(t))
    }
    return [branch, branch.map { PlanePoint(-$0.x, $0.y) }]
  }
}
