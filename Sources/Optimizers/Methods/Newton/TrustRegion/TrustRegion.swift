import Specifications

/// How the radius Δ of a trust region begins, and is changed by ρ, the decrease of f over that of
/// its model, after a step p was tried.
///
/// ρ below a quarter: Δ ← ‖p‖/4. ρ above three quarters and ‖p‖ = Δ: Δ ← 2Δ, at most the largest.
/// The step is taken where ρ > η. Reference: Nocedal and Wright, Numerical Optimization, 2nd ed.,
/// algorithm 4.1, where a short p is not told from Δ (`cut=radius`); here it is, as the same p
/// would be tried again.
public struct TrustRegion: Hashable, Sendable {
  /// Δ at first, above 0.
  public var radius = 1.0
  /// Above 0, may be infinite.
  public var largestRadius = Double.infinity
  /// η in [0, 1/4).
  public var acceptance = 0.15

  /// What is shortened after a bad trial.
  public var cut = Cut.step

  /// What is shortened after a bad trial.
  public enum Cut: String, CaseIterable, Sendable {
    /// ‖p‖.
    case step
    /// Δ, even where p is so short that it is tried again.
    case radius
  }

  /// The least ρ that keeps the radius, and the factor where it is not reached.
  var shrinkingRatio = 0.25
  var shrinkingFactor = 0.25
  /// The share of the radius beyond which a step counts as bounded by it.
  var boundedShare = 1.0

  /// The defaults.
  public init() {}
}

/// Settings of a method with a trust region.
public protocol TrustRegionSettings: OptimizerSettings {
  /// The radius, and how it follows the steps.
  var region: TrustRegion { get set }
}

extension TrustRegionSettings {
  /// `preset=scipy` cuts as the reference does.
  static var cutNote: String {
    "After a bad trial the radius is a quarter of ‖p‖, not of itself as in the reference "
      + "(cut=radius), where a short step would be tried again."
  }

  /// What no preset changes.
  static var roundingNote: String {
    "Where f changes by less than its rounding, the change is computed from the slopes; scipy "
      + "takes the difference as it is, and may end earlier."
  }

  static var regionParameters: [Parameter<Self>] {
    [
      .number(
        "radius", \.region.radius, symbol: "Δ", in: .positive, "radius of the first trust region"
      ).searched(.logarithmic(0.01...100)),
      .number(
        "max-radius", \.region.largestRadius, in: Interval(0, .infinity, openBelow: true),
        "bound of the radius"
      ).aliased("largest-radius"),
      .number(
        "acceptance", \.region.acceptance, symbol: "η", in: Interval(0, 0.25, openAbove: true),
        "least ratio of the decrease of f to that of the model, where a step is taken"),
      .choice("cut", \.region.cut, "what is shortened after a bad trial: ‖p‖ or the radius"),
    ]
  }
}
