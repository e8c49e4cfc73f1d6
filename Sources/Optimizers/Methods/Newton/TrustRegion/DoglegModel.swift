import LinearAlgebra

/// What a dogleg does where H is not positive definite.
public enum IndefiniteHessian: String, CaseIterable, Sendable {
  /// Takes H + τI for H.
  case shift
  /// Ends the run.
  case fail
}

/// The corners between the Cauchy point and Newton's.
enum DoglegPath {
  /// None.
  case single
  /// One on the way to Newton's point, so that the path turns towards it earlier.
  case double
}

/// The quadratic model of f with H, and its lowest point on a path of straight pieces from 0 to
/// Newton's point, within the radius.
struct DoglegModel: TrustRegionModel {
  let path: DoglegPath
  let indefinite: IndefiniteHessian
  private var solver: SymmetricSolver
  /// τ.
  private var shift = 0.0
  /// The corners of the path; ‖p‖ grows along it.
  private var corners: [Vector] = []

  init(dimension: Int, path: DoglegPath, indefinite: IndefiniteHessian) {
    self.path = path
    self.indefinite = indefinite
    solver = SymmetricSolver(order: dimension)
  }

  mutating func begin<O: Oracle & ~Copyable>(
    at start: Sample, querying oracle: inout O
  ) throws(Halt) {
    guard start.gradient.largestMagnitude > 0 else { throw .stalled("the gradient vanishes") }
    try solver.ask(at: start.x, querying: &oracle)
    switch indefinite {
    case .shift: shift = try solver.factorizeShifted().shift
    case .fail:
      guard solver.factorizePositive() else {
        throw .failed("the Hessian is not positive definite, so the dogleg is not defined")
      }
    }
    layPath(along: start.gradient)
  }

  private mutating func layPath(along g: Vector) {
    var newton = g.map { -$0 }
    solver.solve(&newton)
    let square = g.dot(g)
    let curvature = g.dot(product(g))
    let cauchy = g.map { -(square / curvature) * $0 }
    corners = [.zeros(g.count), cauchy]
    if path == .double {
      let gamma = square / curvature * (square / -g.dot(newton))
      let bias = 0.2 + 0.8 * gamma
      corners.append(newton.map { bias * $0 })
    }
    corners.append(newton)
  }

  /// (H + τI) v.
  private func product(_ v: Vector) -> Vector {
    var result = solver.product(v)
    if shift != 0 { result.add(shift, v) }
    return result
  }

  mutating func step<O: Oracle & ~Copyable>(
    from start: Sample, within radius: Double, querying oracle: inout O
  ) throws(Halt) -> ModelStep {
    let (p, isOnBoundary) = point(within: radius)
    let decrease = -(start.gradient.dot(p) + p.dot(product(p)) / 2)
    return ModelStep(step: p, decrease: decrease, isOnBoundary: isOnBoundary)
  }

  /// The last point of the path within the radius.
  private func point(within radius: Double) -> (Vector, isOnBoundary: Bool) {
    for (from, to) in zip(corners, corners.dropFirst()) where to.norm > radius {
      let piece = zip(to, from).map { $0 - $1 }
      var point = from
      point.add(Ball.exits(from: from, along: piece, radius: radius).forward, piece)
      return (point, true)
    }
    return (corners.last ?? [], false)
  }

  var proposing: SymmetricMatrix? { solver.original(plus: shift) }
}

/// Where lines leave a ball about 0.
enum Ball {
  /// The t with ‖z + t d‖ = Δ, for z within the ball and d ≠ 0: t ≤ 0 backward, t ≥ 0 forward.
  static func exits(
    from z: Vector, along d: Vector, radius: Double
  ) -> (backward: Double, forward: Double) {
    let size = d.norm
    let slope = z.dot(d) / size
    let norm = z.norm
    let rest = max(0, (radius - norm) * (radius + norm))
    let root = (slope * slope + rest).squareRoot()
    let far = slope >= 0 ? slope + root : slope - root
    guard far != 0 else { return (0, 0) }
    // The two t‖d‖ have the product −rest.
    return slope >= 0
      ? (-far / size, rest / far / size) : (rest / far / size, -far / size)
  }
}
