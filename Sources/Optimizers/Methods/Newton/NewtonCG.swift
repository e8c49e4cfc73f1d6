import LinearAlgebra
import RealModule
import Specifications

/// Truncated Newton: conjugate gradients on H p = −g, ended early, and a search along p. ``card``
/// has the formula, the references and what differs from them.
public struct NewtonCG: LineSearchSettings {
  /// Norm of residuals and gradients in the test for the end.
  public enum Norm: String, CaseIterable, Sendable {
    /// Σ |xᵢ|.
    case l1
    /// √Σ xᵢ².
    case l2
  }

  /// The length of p = −g where the curvature along it is not positive.
  public enum NegativeCurvature: String, CaseIterable, Sendable {
    /// −g as it is.
    case gradient
    /// −g times gᵀg / |gᵀHg|.
    case curvature
  }

  /// Up to where a curvature counts as none: relative to ‖d‖², or whatever d is.
  public enum Flatness: String, CaseIterable, Sendable {
    /// dᵀHd up to 3·2⁻⁵² min(1, ‖d‖²).
    case relative
    /// dᵀHd up to 3·2⁻⁵².
    case absolute
  }

  /// What happens where conjugate gradients do not settle p.
  public enum Unsettled: String, CaseIterable, Sendable {
    /// p is what they have, and −g where that is nothing.
    case take
    /// The run ends.
    case fail
  }

  public static let card = OptimizerCard(
    name: "newton-cg", title: "Truncated Newton", order: .second,
    invariances: [.scale, .rotation],
    formula: "p ← CG on H p = −g, ended early, x ← x + ε p",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.1",
    notes: [
      "The inner iteration starts from 0 and ends where the residual is below min(½, √‖g‖) ‖g‖, or "
        + "where a direction d has dᵀHd ≤ 0: p is then what was found so far. It always descends.",
      "Where the first d, which is −g, has no positive curvature, p is −g times gᵀg / |gᵀHg|, as "
        + "in scipy; Nocedal and Wright take −g as it is (preset=nocedal-wright).",
      "In scipy residuals are measured with ‖·‖₁, and dᵀHd up to 3·2⁻⁵² counts as none whatever "
        + "the scale; here that is times ‖d‖² where ‖d‖² is below 1 (preset=scipy).",
      "In scipy the search is another, and the run ends where it finds nothing, where the "
        + "curvature along −g is none, and after 20 n products for one p (preset=scipy).",
      ScipySearch.note,
      "From the ridge of a saddle the method goes to the saddle.",
      "One gradient a trial of the search and one product an inner iteration; no matrix, so that n "
        + "may be large.",
    ])
  public static let presets: [Preset<Self>] = [
    .scipy {
      $0.norm = .l1
      $0.flatness = .absolute
      $0.unsettled = .fail
      $0.lineSearch.search = ScipySearch()
    },
    .named("nocedal-wright") { $0.negative = .gradient },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .choice("norm", \.norm, "norm of residuals and gradients in the test for the end"),
      .choice(
        "negative", \.negative, "the length of p = −g, where the curvature along it is not positive"
      ),
      .choice(
        "flatness", \.flatness,
        "curvatures dᵀHd that count as none; absolute: up to 7·10⁻¹⁶; relative: up to "
          + "7·10⁻¹⁶ ‖d‖²"),
      .choice(
        "unsettled", \.unsettled,
        "take p as it is, or end the run, after 20 n products or where −g has no curvature"),
    ] + lineSearchParameters

  /// Norm of residuals and gradients in the test for the end.
  public var norm = Norm.l2
  /// Up to where a curvature dᵀHd counts as none: 7·10⁻¹⁶, or 7·10⁻¹⁶ ‖d‖².
  public var flatness = Flatness.relative
  /// What follows 20 n products, or a −g without curvature: p as it is, or the end of the run.
  public var unsettled = Unsettled.take
  /// The length of p = −g, where the curvature along it is not positive.
  public var negative = NegativeCurvature.curvature
  public var lineSearch = StepLengthRule(remainingSlope: 0.9)

  public init() {
    lineSearch.constants.stepRange = 1e-8...50
  }

  public struct Method: Optimizer {
    private let settings: NewtonCG
    private var track: Track
    private var p: Vector
    private var residual: Vector
    private var direction: Vector
    private var image: Vector

    public init(_ settings: NewtonCG, dimension: Int) {
      self.settings = settings
      track = Track(dimension: dimension, searching: settings.lineSearch)
      p = .zeros(dimension)
      residual = p
      direction = p
      image = p
    }

    public var learningRate: Double { track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try track.arrive(at: x, querying: &oracle)
      guard track.current.gradient.isFinite else {
        throw .failed("f or its gradient is not finite")
      }
      try solve(querying: &oracle)
      let found = try settings.lineSearch.step(
        along: track.line(along: p, trial: 1), querying: &oracle)
      track.move(to: found)
      x = found.sample.x
    }

    /// Finds p.
    private mutating func solve<O: Oracle & ~Copyable>(querying oracle: inout O) throws(Halt) {
      // The system is linear: where gᵀg is beyond the doubles, it is solved for a multiple of g.
      let unit = track.current.gradient.unit(multiplying: track.current.gradient)
      let g = unit == 1 ? track.current.gradient : track.current.gradient.map { unit * $0 }
      defer { if unit != 1 { p.scale(by: 1 / unit) } }
      for i in g.indices {
        p[i] = 0
        residual[i] = g[i]
        direction[i] = -g[i]
      }
      let size = size(g)
      let tolerance = min(0.5, (size / unit).squareRoot()) * size
      var square = g.dot(g)
      for count in 0..<max(20, 20 * g.count) {
        guard self.size(residual) > tolerance else { return }
        try oracle.product(at: track.current.x, along: direction, into: &image)
        let curvature = direction.dot(image)
        guard curvature > flattest(unit) else {
          if count == 0 { try takeGradient(curvature, square: square) }
          return
        }
        let length = square / curvature
        p.add(length, direction)
        residual.add(length, image)
        let next = residual.dot(residual)
        let beta = next / square
        for i in g.indices { direction[i] = beta * direction[i] - residual[i] }
        square = next
      }
      if settings.unsettled == .fail {
        throw .failed(
          "conjugate gradients do not settle the direction in 20 n products, where scipy ends the "
            + "run")
      }
    }

    /// The largest dᵀHd that is taken for none, where d is of `unit` times the gradient's size.
    private func flattest(_ unit: Double) -> Double {
      let absolute = unit * unit
      let isAbsolute = settings.flatness == .absolute
      return 3 * .ulpOfOne * (isAbsolute ? absolute : min(absolute, direction.dot(direction)))
    }

    /// p along −g.
    private mutating func takeGradient(_ curvature: Double, square: Double) throws(Halt) {
      guard curvature < 0 || settings.unsettled == .take else {
        throw .stalled("f has no curvature along its gradient, where scipy ends the run")
      }
      let length = square / abs(curvature)
      let factor = settings.negative == .curvature && length.isFinite ? length : 1
      for i in p.indices { p[i] = factor * direction[i] }
    }

    /// p. H is known by products with some directions, and those with the others would be queries,
    /// so that no model is shown.
    public func diagnostics(at x: Vector) -> [Diagnostic] {
      track.stepCount > 0 ? [.direction(p)] : []
    }

    private func size(_ v: Vector) -> Double {
      switch settings.norm {
      case .l1: v.reduce(0) { $0 + abs($1) }
      case .l2: v.norm
      }
    }
  }
}
