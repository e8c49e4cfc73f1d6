import LinearAlgebra
import Objectives

/// When a walk in the plane has come to its end.
///
/// Lengths are largest components, and shares of the larger side of the function's domain, so that
/// a map of a part of it has the same ends.
struct ArrivalRule: Sendable {
  /// The known minima, then the other critical points that are known.
  let places: [Vector]
  /// How many of the places are minima, those above f* among them.
  let minima: Int
  /// How near to a minimum a walk has reached it, once a step is no longer than that.
  let reach: Double
  /// A step so short may be the last, wherever it leads.
  let pause: Double

  static let reachShare = 1e-4
  static let pauseShare = 1e-9

  init(_ function: any TestFunction) {
    let sides = function.domain.map { $0.upperBound - $0.lowerBound }
    let side = sides.max() ?? 1
    let minima = function.minimizers + function.criticalPoints.filter(\.isMinimum).map(\.point)
    places = minima + function.criticalPoints.filter { !$0.isMinimum }.map(\.point)
    self.minima = minima.count
    reach = Self.reachShare * side
    pause = Self.pauseShare * side
  }

  /// The known point within reach.
  @inline(__always)
  func place(near x: Double, _ y: Double) -> Int? {
    for i in places.indices where isNear(x, y, places[i]) { return i }
    return nil
  }

  @inline(__always)
  func isNear(_ x: Double, _ y: Double, _ point: Vector) -> Bool {
    abs(x - point[0]) <= reach && abs(y - point[1]) <= reach
  }

  /// What a walk has come to that goes no further; nil where that is no end.
  func rest(at x: Vector, of function: some Objective) -> WalkEnd.Kind? {
    let place = place(near: x[0], x[1])
    if let place, place < minima { return .known(place) }
    guard isCritical(PlaneSlopes(of: function, at: x)) else { return nil }
    return place.map(WalkEnd.Kind.known) ?? .critical
  }

  /// Whether a critical point of f lies so near that nothing parts it from the point of these
  /// slopes but a hundredth of the reach: the gradient vanishes, or Newton's step is that short.
  func isCritical(_ slopes: PlaneSlopes) -> Bool {
    if slopes.x == 0, slopes.y == 0 { return true }
    guard let step = slopes.newtonStep else { return false }
    return max(abs(step.x), abs(step.y)) <= reach / 100
  }
}

extension CriticalPoint {
  fileprivate var isMinimum: Bool { kind == .minimum || kind == .localMinimum }
}

/// The first and second derivatives of a function at a point of the plane.
struct PlaneSlopes {
  let x, y: Double
  let xx, xy, yy: Double

  /// Those of a point among several, as `PlaneFunction.secondOrder` writes them.
  @inline(__always)
  init(_ derivatives: Span<Double>, ofPoint k: Int) {
    (x, y) = (derivatives[5 * k], derivatives[5 * k + 1])
    (xx, xy, yy) = (derivatives[5 * k + 2], derivatives[5 * k + 3], derivatives[5 * k + 4])
  }

  init(of function: some Objective, at point: Vector) {
    let g = function.gradient(at: point)
    let h = function.hessian(at: point)
    (x, y) = (g[0], g[1])
    (xx, xy, yy) = (h[0, 0], h[0, 1], h[1, 1])
  }

  /// −H⁻¹g by Cramer's rule; nil where H is singular or something is not finite.
  var newtonStep: PlaneStart? {
    let determinant = xx * yy - xy * xy
    let across = (xy * y - yy * x) / determinant
    let up = (xy * x - xx * y) / determinant
    return across.isFinite && up.isFinite ? (across, up) : nil
  }

  /// The critical point that some of Newton's steps lead to from a point near it.
  static func polished(_ point: Vector, of function: some Objective) -> Vector {
    var best = point
    var slope = function.gradient(at: best).norm
    for _ in 0..<20 {
      guard slope > 0, let step = Self(of: function, at: best).newtonStep else { return best }
      let next = [best[0] + step.x, best[1] + step.y]
      let nextSlope = function.gradient(at: next).norm
      guard nextSlope < slope else { return best }
      (best, slope) = (next, nextSlope)
    }
    return best
  }
}
