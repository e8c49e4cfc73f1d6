import Experiments
import Optimizers

/// What was recorded in detail at an entry of a run in the plane.
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

  init(_ detail: StepDetail) {
    gradient = Vector(detail.gradient[0], detail.gradient[1])
    trials = detail.trials.map { Vector($0[0], $0[1]) }
    for exhibit in detail.exhibits {
      switch exhibit {
      case .momentum(let v): momentum = Vector(v[0], v[1])
      case .scale(let v): scale = Vector(v[0], v[1])
      case .region(let v): region = Vector(v[0], v[1])
      case .direction(let v): direction = Vector(v[0], v[1])
      case .model(let matrix): model = PlaneForm(matrix[0, 0], matrix[0, 1], matrix[1, 1])
      case .inverse(let matrix):
        metric = PlaneForm(matrix[0, 0], matrix[0, 1], matrix[1, 1]).inverse
      }
    }
  }
}
