import Specifications

/// The momentum of 1cycle: falls while the rate climbs, and climbs back while it falls.
///
/// torch's `OneCycleLR(base_momentum, max_momentum)` is `minimum` and `maximum`, with the same
/// phases as the rate's: a method that takes it beside `1cycle` has to be given the same `steps`,
/// `rise`, `anneal` and `three-phase`. After the end it stays at the maximum.
public struct OneCycleMomentum: OneCycle {
  public static let name = "1cycle-momentum"
  public static let title = "Momentum of 1cycle"
  public static let formula = "μ_max → μ_min → μ_max, by cosine or line"
  public static let reference = "Smith and Topin 2018, arXiv:1708.07120"
  public static let parameters: [Parameter<Self>] =
    [
      .number("maximum", \.maximum, symbol: "μ_max", in: .decay, "first and last momentum"),
      .number("minimum", \.minimum, symbol: "μ_min", in: .decay, "momentum at the highest rate"),
    ] + phaseParameters

  /// μ_max in [0, 1): first and last momentum.
  public var maximum = 0.95
  /// μ_min in [0, 1): momentum at the highest rate.
  public var minimum = 0.85
  /// Where the cycle turns, and how.
  public var phases = OneCyclePhases()

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    try phases.check(Self.name)
    guard minimum > maximum else { return }
    throw SpecificationError(
      "1cycle-momentum: minimum=\(NumberText.short(minimum)) lies above "
        + "maximum=\(NumberText.short(maximum)); expected at most that")
  }

  public func rate(at t: Int) -> Double {
    phases.value(at: t, from: maximum, over: minimum, to: maximum)
  }
}
