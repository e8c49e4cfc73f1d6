import LinearAlgebra
import Specifications

/// D of a trust region ‖D p‖ ≤ Δ for residuals, as scipy's `x_scale` says it.
public enum ResidualScale: String, CaseIterable, Sendable {
  /// 1.
  case unit
  /// The largest norm yet of each column of J.
  case jac
}

extension Parameter {
  /// D.
  static func residualScale(_ path: WritableKeyPath<Root, ResidualScale> & Sendable) -> Self {
    .choice("x-scale", path, "D: 1, or the largest norms yet of the columns of J")
  }
}

/// A step that a model of the residuals proposes.
struct ResidualStep: Sendable {
  let p: Vector
  /// ‖D p‖, in the norm of the region.
  let length: Double
  /// Whether the region bounds p.
  let isOnBoundary: Bool
}

/// How p is found for a radius.
protocol ResidualModel: Sendable {
  init()
  /// ‖v‖, whose ball the region is.
  static func norm(_ v: Vector) -> Double
  /// Learns what it needs at an iterate, once for all radii; `scale` is D⁻¹.
  mutating func arrive(at track: ResidualTrack, scale: Vector) throws(FactorizationError)
  mutating func step(within radius: Double) -> ResidualStep
  /// Learns that the radius is now so many times what it was.
  mutating func radiusChanged(by factor: Double)
}

/// The step that scipy's methods of least squares share: tries p, and p within smaller radii, until
/// f falls.
///
/// ρ is the decrease of f over that of ‖J p + r‖². Below a quarter: Δ ← ‖D p‖/4; above three
/// quarters where p is on the boundary: Δ ← 2Δ. Δ begins as ‖D θ‖, or 1 where that is 0. Residuals
/// that are not finite shorten the step likewise; scipy's tests for convergence are left out. A
/// vanishing gradient and steps that do not move x are stalls.
struct ResidualRegion<Model: ResidualModel>: Sendable {
  private let scaling: ResidualScale
  private var model = Model()
  private var track = ResidualTrack()
  private var hasStepped = false
  /// The diagonal of D.
  private var inverseScale: Vector = []
  private var radius = 0.0

  init(_ scaling: ResidualScale) { self.scaling = scaling }

  mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    if try track.arrive(at: x, querying: &oracle) {
      rescale(at: x)
      do throws(FactorizationError) {
        try model.arrive(at: track, scale: inverseScale.map { 1 / $0 })
      } catch {
        throw .failed("the Jacobian of the residuals cannot be factorized")
      }
    }
    let gradient = track.jacobian.transposed.times(track.residuals)
    guard gradient.contains(where: { $0 != 0 }) else { throw .stalled("the gradient vanishes") }
    while true {
      let step = model.step(within: radius)
      guard step.p.isFinite else { throw .failed("the step is not finite") }
      guard !track.isIdle(step.p) else {
        throw .stalled("no step that can be told from rounding lowers f")
      }
      let trial = try track.trial(step.p, querying: &oracle)
      guard trial.isFinite else {
        radius = step.length / 4
        continue
      }
      let decrease = (track.residuals.dot(track.residuals) - trial.dot(trial)) / 2
      adapt(decrease, promised: promise(of: step.p, gradient), step)
      guard decrease > 0 else { continue }
      x.add(1, step.p)
      hasStepped = true
      return
    }
  }

  private mutating func rescale(at x: Vector) {
    let isFirst = inverseScale.isEmpty
    switch scaling {
    case .unit: inverseScale = Vector(repeating: 1, count: x.count)
    case .jac:
      let columns = track.jacobian.transposed
      let norms = x.indices.map { Vector(columns.rows([$0]).elements).norm }
      inverseScale =
        isFirst ? norms.map { $0 == 0 ? 1 : $0 } : zip(inverseScale, norms).map { max($0, $1) }
    }
    guard isFirst else { return }
    let length = Model.norm(zip(x, inverseScale).map { $0 * $1 })
    radius = length == 0 ? 1 : length
  }

  /// What the model has f fall by, halved as f is.
  private func promise(of p: Vector, _ gradient: Vector) -> Double {
    let image = track.jacobian.times(p)
    return -(image.dot(image) / 2 + gradient.dot(p))
  }

  private mutating func adapt(_ decrease: Double, promised: Double, _ step: ResidualStep) {
    // Where nothing is promised nothing is won either: scipy's tests end there.
    let ratio = promised > 0 ? decrease / promised : 0
    let former = radius
    if !(ratio >= 0.25) {
      radius = step.length / 4
    } else if ratio > 0.75, step.isOnBoundary {
      radius *= 2
    }
    model.radiusChanged(by: radius / former)
  }

  /// Gauss and Newton's model of the latest step; none before the first.
  var modelDiagnostics: [Diagnostic] {
    hasStepped ? [.model(.leastSquares(track.jacobian, damping: 0))] : []
  }

  /// The half-axes of the region of the step to come, with D of the latest.
  var halfAxes: Vector { inverseScale.map { radius / $0 } }
}
