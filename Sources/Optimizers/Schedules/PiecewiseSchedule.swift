import Specifications

/// Piecewise constant: η₀ before the first boundary, η₁ after it, and so forth.
///
/// A boundary itself belongs to the later rate, as in torch's `MultiStepLR` and optax's
/// `piecewise_constant_schedule` (both scale the rate at hand: `multi-step`); with
/// `boundary=earlier` to the earlier one, as in keras's `PiecewiseConstantDecay`. After the last
/// boundary the last rate stays.
public struct PiecewiseSchedule: Schedule {
  /// The rate to which the step of a boundary belongs.
  public enum Side: String, CaseIterable, Sendable {
    /// The rate after the boundary.
    case later
    /// The rate before it.
    case earlier
  }

  public static let name = "piecewise"
  public static let title = "Piecewise constant"
  public static let formula = "η(t) = ηᵢ for bᵢ ≤ t < bᵢ₊₁"
  public static let reference =
    "Senior, Heigold, Ranzato and Yang, An empirical study of learning rates in deep neural "
    + "networks for speech recognition, ICASSP 2013; boundary=earlier: PiecewiseConstantDecay of "
    + "keras"
  public static let parameters: [Parameter<Self>] = [
    .numbers("rates", \.rates, symbol: "ηᵢ", in: .nonNegative, "the rates in turn"),
    .numbers(
      "at", \.boundaries, symbol: "bᵢ", in: .nonNegative,
      "the steps at which the next rate begins, ascending, one fewer than rates"),
    .choice("boundary", \.side, "the rate to which the step of a boundary belongs"),
  ]

  /// ηᵢ, each ≥ 0: the rates in turn.
  public var rates = [0.1, 0.001]
  /// bᵢ, each ≥ 0: the steps at which the next rate begins, ascending, one fewer than rates.
  public var boundaries = [50.0]
  /// The rate to which the step of a boundary belongs.
  public var side = Side.later

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard rates.count == boundaries.count + 1 else {
      throw SpecificationError(
        "piecewise: \(rates.count) rates need \(rates.count - 1) boundaries in 'at', "
          + "not \(boundaries.count)")
    }
    guard zip(boundaries, boundaries.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw SpecificationError("piecewise: the boundaries in 'at' must ascend")
    }
  }

  public var span: Double? { boundaries.last }

  public func rate(at t: Int) -> Double {
    let time = Double(t)
    let passed = boundaries.count { side == .later ? $0 <= time : $0 < time }
    return rates[passed]
  }
}
