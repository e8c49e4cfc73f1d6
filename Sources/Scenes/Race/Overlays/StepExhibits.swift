import Experiments
import LinearAlgebra
import Optimizers

/// What was recorded in detail at an entry of a run, as far as it can be seen on a plane: vectors and
/// points are projected, quadratic forms restricted to it. Boxes need a plane along axes, and the
/// inverse M⁻¹ one of two variables.
struct StepExhibits: Sendable {
  typealias Vector = SIMD2<Double>

  let gradient: Vector
  private(set) var momentum: Vector?
  private(set) var scale: Vector?
  private(set) var region: Vector?
  private(set) var direction: Vector?
  /// B of the step that led here.
  private(set) var model: PlaneForm?
  /// M⁻¹ of the step that led here.
  private(set) var metric: PlaneForm?
  /// Where the step that led here asked beside its ends.
  let trials: [Vector]

  init(_ detail: StepDetail, on plane: RacePlane) {
    func along(_ vector: [Double]) -> Vector { Vector(plane.u.dot(vector), plane.v.dot(vector)) }
    gradient = along(detail.gradient)
    trials = detail.trials.map {
      let place = plane.coordinates(of: $0)
      return Vector(place.x, place.y)
    }
    for exhibit in detail.exhibits {
      switch exhibit {
      case .momentum(let vector): momentum = along(vector)
      case .scale(let widths): scale = plane.isAlongAxes ? along(widths) : nil
      case .region(let widths): region = plane.isAlongAxes ? along(widths) : nil
      case .direction(let vector): direction = along(vector)
      case .model(let matrix): model = PlaneForm(matrix, on: plane)
      case .inverse(let matrix):
        metric = plane.dimension == 2 ? PlaneForm(matrix, on: plane).inverse : nil
      }
    }
  }
}

extension PlaneForm {
  /// A form on ℝⁿ, restricted to a plane.
  fileprivate init(_ matrix: SymmetricMatrix, on plane: RacePlane) {
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for i in plane.u.indices {
      for j in plane.u.indices {
        xx += plane.u[i] * matrix[i, j] * plane.u[j]
        xy += plane.u[i] * matrix[i, j] * plane.v[j]
        yy += plane.v[i] * matrix[i, j] * plane.v[j]
      }
    }
    self.init(xx, xy, yy)
  }
}
