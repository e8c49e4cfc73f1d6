import LinearAlgebra

/// Something that a method tells of its state at an iterate x, for pictures that do not know the
/// method.
///
/// Vectors have n components in the units of x unless told otherwise, matrices the order n.
public enum Diagnostic: Hashable, Sendable {
  /// The next step as it would be if the gradient vanished: what momentum, weight decay and all
  /// else that the method remembers add to it, with the learning rate. With momentum,
  /// m ← αm − εg and x ← x + m, it is αm, and the next step is this plus −εg.
  case momentum(Vector)
  /// What the gradient's components are measured by, √ŝ of Adam and its kin, in the units of the
  /// gradient; not negative. The rate times it is how far plain descent would go along a gradient
  /// of the usual size.
  case scale(Vector)
  /// B of the model f + gᵀp + pᵀBp/2 whose minimum gave the latest step: H, or what stands for it,
  /// about the point where that step began. A rate or a search may have cut the step, a region
  /// or a cubic term kept it short, and an average may have stood for g.
  case model(SymmetricMatrix)
  /// M ≈ H⁻¹ of the latest step, which led along −M g from the point where it began, or along −g
  /// where that did not descend.
  case inverse(SymmetricMatrix)
  /// How far the step to come may lead from x along each axis: the half-axes of an ellipsoid, all
  /// of them the radius where the region is a ball.
  case region(Vector)
  /// The direction that the latest step searched along, of any length.
  case direction(Vector)

  /// The largest n for which a method that stores no matrix writes one out.
  static let largestOrder = 64

  /// The word that names the diagnostic in recordings.
  public var name: String {
    switch self {
    case .momentum: "momentum"
    case .scale: "scale"
    case .model: "model"
    case .inverse: "inverse"
    case .region: "region"
    case .direction: "direction"
    }
  }

  /// The numbers, those of a matrix row after row.
  public var numbers: [Double] {
    switch self {
    case .momentum(let v), .scale(let v), .region(let v), .direction(let v): v
    case .model(let matrix), .inverse(let matrix): matrix.rows.flatMap { $0 }
    }
  }
}

extension GradientMethod {
  public func diagnostics(at x: Vector) -> [Diagnostic] { memoryDiagnostics(at: x) }

  /// Where the memory alone would lead, and the scale of the gradient; each where there is one.
  func memoryDiagnostics(at x: Vector) -> [Diagnostic] {
    let momentum = stepWithoutGradient(from: x)
    let isMoving = momentum.isFinite && momentum.largestMagnitude > 0
    let scale = gradientScale.map(Diagnostic.scale)
    return (isMoving ? [.momentum(momentum)] : []) + (scale.map { [$0] } ?? [])
  }

  public var gradientScale: Vector? { nil }

  /// The step that a copy of the memory takes, given the gradient 0. The value given is −∞, so that
  /// a schedule that waits for progress sees some.
  private func stepWithoutGradient(from x: Vector) -> Vector {
    guard refusal == nil else { return [] }
    var copy = self
    var next = x
    var zero = Vector.zeros(x.count)
    copy.descend(&next, along: &zero, value: -.infinity)
    return zip(next, x).map { $0 - $1 }
  }
}
