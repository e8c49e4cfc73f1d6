import LinearAlgebra
import Specifications

/// Gauss and Newton's method for sums of squares: steps to the minimum of the linearized residuals.
/// ``card`` has the formula, the references and what differs from them.
public struct GaussNewton: OptimizerSettings {
  /// Whether the step is shortened by Armijo's rule, or taken as it is.
  public enum Search: String, CaseIterable, Sendable {
    /// Shortened until Armijo's rule holds.
    case armijo
    /// ε as it is.
    case fixed
  }

  public static let card = OptimizerCard(
    name: "gauss-newton", title: "Gauss-Newton", order: .second,
    invariances: [.scale, .rotation],
    formula: "x ← x − ε (Jᵀ J + α I)⁻¹ Jᵀ r, f = rᵀ r",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., section 10.3, (10.23)",
    notes: [
      "It is Newton's method with 2 JᵀJ in place of H, which leaves out 2 Σ rᵢ ∇²rᵢ: near a "
        + "minimum with f = 0 it converges quadratically all the same, near one with large "
        + "residuals slowly or not at all. A linear r needs one step.",
      "The step is found from the factors of J, never from JᵀJ. Where J has not full rank and "
        + "alpha=0, only independent columns, chosen by pivoting, are used; it descends even "
        + "then.",
      "With search=armijo ε is shortened from lr until f falls by at least c₁ ε |gᵀp|, by "
        + "parabolas through what is known, each time to a tenth or more and half or less.",
      "That search stalls where J is all but singular away from a minimum, as the method is known "
        + "to do.",
      "With search=fixed ε is lr whatever f does: the natural gradient where errors are normal "
        + "(natural-gradient).",
      "A vanishing gradient stalls the Armijo search; a fixed step stands still and asks on.",
      "One Jacobian a step, and with search=armijo one vector of residuals a trial.",
    ])
  public static let parameters: [Parameter<Self>] = [
    .choice("search", \.search, "how the step length is found"),
    .rate("lr", \.rate, symbol: "ε", in: .positive, "the step length, or its first trial").searched(
      .logarithmic(0.1...10)),
    .number(
      "alpha", \.regularization, symbol: "α", in: .nonNegative, "added to the diagonal of JᵀJ"),
    .number(
      "c1", \.sufficientDecrease, symbol: "c₁",
      in: Interval(0, 1, openBelow: true, openAbove: true),
      "armijo: share of the promised decrease that is enough"),
  ]

  public var storesMatrix: Bool { true }
  public var storesJacobian: Bool { true }

  /// How the step length is found.
  public var search = Search.armijo
  /// ε > 0: the step length, or its first trial.
  public var rate: Rate = 1
  /// α ≥ 0: added to the diagonal of JᵀJ.
  public var regularization = 0.0
  /// Of Armijo's rule: c₁ in (0, 1), share of the promised decrease that is enough.
  public var sufficientDecrease = 1e-4

  public init() {}

  public struct Method: Optimizer {
    private let settings: GaussNewton
    private var track = ResidualTrack()
    private var factors = PivotedQR(rows: 0, columns: 0)
    private var stepCount = 0
    public private(set) var learningRate: Double

    public init(_ settings: GaussNewton, dimension: Int) {
      self.settings = settings
      learningRate = settings.search == .fixed ? settings.rate.value(at: 0) : .nan
    }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      if try track.arrive(at: x, anew: settings.search == .fixed, querying: &oracle) {
        try factors.factorizeJacobian(of: track)
      }
      let side = factors.rotated(track.residuals.map { -$0 })
      let direction = self.direction(side)
      guard direction.isFinite else { throw .failed("the Gauss-Newton step is not finite") }
      var length = settings.rate.value(at: stepCount)
      if settings.search == .armijo {
        let image = factors.r.times(factors.permuted(direction))
        length = try search(
          along: direction, slope: -2 * side.dot(image), firstTrial: length, querying: &oracle)
      }
      learningRate = length
      stepCount += 1
      x.add(length, direction)
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] {
      stepCount > 0
        ? [.model(.leastSquares(track.jacobian, damping: settings.regularization))] : []
    }

    /// p, given the rotated −r.
    private func direction(_ side: Vector) -> Vector {
      guard settings.regularization > 0 else { return factors.solution(side) }
      let root = settings.regularization.squareRoot()
      let diagonal = Vector(repeating: root, count: factors.columns)
      return factors.dampedSolution(side, diagonal: diagonal).solution
    }

    /// ε, where `slope` is gᵀp.
    private mutating func search<O: Oracle & ~Copyable>(
      along direction: Vector, slope: Double, firstTrial: Double, querying oracle: inout O
    ) throws(Halt) -> Double {
      var length = firstTrial
      while slope < 0 {
        let step = direction.map { length * $0 }
        guard !track.isIdle(step) else { break }
        let norm = try track.trial(step, querying: &oracle).norm
        let rise = (norm - track.norm) * (norm + track.norm)
        if rise <= settings.sufficientDecrease * length * slope { return length }
        let best = -slope * length / (2 * (rise / length - slope))
        length = best.isFinite ? min(max(best, 0.1 * length), 0.5 * length) : 0.1 * length
      }
      throw .stalled(
        slope >= 0
          ? "the gradient vanishes" : "no step along the Gauss-Newton direction lowers f")
    }
  }
}
