import Specifications

/// A rate that is lower by a factor from each milestone on.
///
/// A milestone belongs to the lower rate, and one that is listed twice counts twice, as in torch's
/// `MultiStepLR(milestones, gamma)`. One γ for all, or one for each milestone: that is optax's
/// `piecewise_constant_schedule(boundaries_and_scales)` as far as no scale exceeds 1. Rates that
/// rise again, and keras's boundaries, are those of `piecewise`. After the last milestone the rate
/// stays.
public struct MultiStepSchedule: Schedule {
  public static let name = "multi-step"
  public static let title = "Multi-step"
  public static let formula = "η(t) = η₀ Π γᵢ over bᵢ ≤ t"
  public static let reference = "as MultiStepLR of torch"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .integers("at", \.milestones, symbol: "bᵢ", in: 0...(.max), "the steps of the drops"),
    .numbers(
      "gamma", \.gammas, symbol: "γ", in: Interval(0, 1), "factor of each drop, one or one each"),
  ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// bᵢ, each ≥ 0: the steps of the drops.
  public var milestones = [50, 80]
  /// γ, each in [0, 1]: factor of each drop; one for all, or one each.
  public var gammas = [0.1]

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard gammas.count == 1 || gammas.count == milestones.count else {
      throw SpecificationError(
        "multi-step: \(milestones.count) milestones in 'at' need one gamma or "
          + "\(milestones.count), not \(gammas.count)")
    }
  }

  public var span: Double? { milestones.max().map { Double($0) } }

  public func rate(at t: Int) -> Double {
    var rate = initial
    for (i, milestone) in milestones.enumerated() where milestone <= t {
      rate *= gammas.count == 1 ? gammas[0] : gammas[i]
    }
    return rate
  }
}
