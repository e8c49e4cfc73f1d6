import Specifications

/// Piecewise constant: η₀ before the first boundary, η₁ from it on, and so forth.
///
/// A boundary b belongs to the later rate, η(b) = ηᵢ₊₁, as in torch's `MultiStepLR`; in keras's
/// `PiecewiseConstantDecay` it belongs to the earlier one, which is b + 1 here.
public struct PiecewiseSchedule: Schedule {
  public static let name = "piecewise"
  public static let title = "Piecewise constant"
  public static let formula = "eta(t) = eta_i for b_i <= t < b_(i+1)"
  public static let parameters: [Parameter<Self>] = [
    .numbers("rates", \.rates, symbol: "ηᵢ", in: .nonNegative, "the rates in turn"),
    .numbers(
      "at", \.boundaries, symbol: "bᵢ", in: .nonNegative,
      "the steps at which the next rate begins, ascending, one fewer than rates"),
  ]

  public var rates = [0.1, 0.001]
  public var boundaries = [50.0]

  public init() {}

  public mutating func settle() throws(SpecificationError) {
    guard rates.count == boundaries.count + 1 else {
      throw SpecificationError(
        "piecewise: \(rates.count) rates need \(rates.count - 1) boundaries in 'at', "
          + "not \(boundaries.count)")
    }
    guard zip(boundaries, boundaries.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw SpecificationError("piecewise: the boundaries in 'at' must ascend")
    }
  }

  public func rate(at t: Int) -> Double {
    let passed = boundaries.count { $0 <= Double(t) }
    return rates[passed]
  }
}
