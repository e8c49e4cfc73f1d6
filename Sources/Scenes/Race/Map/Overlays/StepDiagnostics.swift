import Contours
import Experiments
import LinearAlgebra
import Optimizers

/// What was recorded in detail at an entry of a run, as far as it lies in the plane of a map.
///
/// Vectors are projected to the plane, matrices restricted to it, A to (u v)ᵀA(u v); in two
/// variables nothing is lost. Of M the shadow is kept, that of the ellipsoid pᵀM⁻¹p = gᵀMg on the
/// plane. What belongs to the axes, a scale or a region that is no ball, is there only where the
/// plane lies along axes.
struct StepDiagnostics: Sendable {
  let gradient: PlanePoint
  private(set) var momentum: PlanePoint?
  private(set) var scale: PlanePoint?
  private(set) var region: PlanePoint?
  private(set) var direction: PlanePoint?
  /// B of the step that led here.
  private(set) var model: PlaneForm?
  /// The shadow of M⁻¹ of the step that led here, the inverse of (u v)ᵀM(u v); and gᵀMg, with the
  /// gradient where the step began.
  private(set) var metric: (form: PlaneForm, level: Double)?
  /// Where the step that led here asked beside its ends.
  let trials: [PlanePoint]

  /// On the graph of a function of one variable, which is no plane of its variables, there are only
  /// vectors, along x.
  ///
  /// - Parameter before: the detail of the step before, where that was recorded.
  init?(_ detail: StepDetail, after before: StepDetail? = nil, on plane: RacePlane) {
    guard detail.gradient.count == plane.dimension else { return nil }
    gradient = plane.vector(detail.gradient)
    let trials = plane.isGraph ? [] : detail.trials
    self.trials = trials.map { plane.coordinates(of: $0) }
    for diagnostic in detail.diagnostics { take(diagnostic, after: before?.gradient, on: plane) }
  }

  private mutating func take(
    _ diagnostic: Diagnostic, after gradient: Vector?, on plane: RacePlane
  ) {
    switch diagnostic {
    case .momentum(let v): momentum = plane.vector(v)
    case .direction(let v): direction = plane.vector(v)
    case _ where plane.isGraph: break
    case .scale(let v): scale = plane.alongAxes(v)
    case .region(let v):
      let isBall = v.allSatisfy { $0 == v[0] }
      region = isBall ? PlanePoint(v[0], v[0]) : plane.alongAxes(v)
    case .model(let matrix): model = plane.form(matrix)
    case .inverse(let matrix):
      guard let gradient, let form = plane.form(matrix).inverse else { return }
      var image = Vector.zeros(plane.dimension)
      matrix.multiply(gradient, into: &image)
      metric = (form, gradient.dot(image))
    }
  }
}

extension RacePlane {
  /// The components along u and v.
  func vector(_ x: Vector) -> PlanePoint { PlanePoint(x.dot(u), x.dot(v)) }

  /// Two of the numbers that belong to axes; nil where the plane lies otherwise.
  func alongAxes(_ x: Vector) -> PlanePoint? {
    axes.map { PlanePoint(x[$0.0], x[$0.1]) }
  }

  /// (u v)ᵀA(u v).
  func form(_ matrix: SymmetricMatrix) -> PlaneForm {
    var (p, q) = (Vector.zeros(dimension), Vector.zeros(dimension))
    matrix.multiply(u, into: &p)
    matrix.multiply(v, into: &q)
    return PlaneForm(p.dot(u), p.dot(v), q.dot(v))
  }
}
