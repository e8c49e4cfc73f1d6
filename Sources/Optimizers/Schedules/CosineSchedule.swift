import RealModule
import Specifications

/// Half a cosine from η₀ down to η_min.
///
/// After T steps the rate stays at η_min, as in keras's `CosineDecay` and optax's
/// `cosine_decay_schedule`, where the floor is `alpha` = η_min/η₀; optax's exponent is `exponent`.
/// torch's `CosineAnnealingLR(T_max, eta_min)` is `steps` and `end`, and climbs again after T
/// steps, with the period 2T: `after=oscillate`. Its recursion rounds differently; this is its
/// closed form. keras's warm-up to a target, and optax's `warmup_cosine_decay_schedule` (whose
/// `decay_steps` count the warm-up), are `warmup(cosine(...),steps=...)`.
public struct CosineSchedule: FlooredSchedule {
  /// What follows T steps.
  public enum Afterwards: String, CaseIterable, Sendable {
    /// The lowest rate for good.
    case hold
    /// Up again, and down, for ever.
    case oscillate
  }

  public static let name = "cosine"
  public static let title = "Cosine"
  public static let formula = "η(t) = η_min + (η₀ − η_min) ((1 + cos(π t/T)) / 2)ᵖ"
  public static let reference = "Loshchilov and Hutter 2016, arXiv:1608.03983, equation 5"
  public static let parameters: [Parameter<Self>] =
    [
      .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
      .integer("steps", \.steps, symbol: "T", in: 1...(.max), "steps from the first to the last"),
    ] + floorParameters + [
      .number("exponent", \.exponent, symbol: "p", in: .positive, "exponent of the cosine"),
      .choice("after", \.afterwards, "after T steps: stay, or climb and fall for ever"),
    ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// T ≥ 1: steps from the first to the last.
  public var steps = 100
  /// The lowest rate: itself, or as a share of the first.
  public var floor = CosineFloor()
  /// p > 0: exponent of the cosine.
  public var exponent = 1.0
  /// What follows T steps: the rate stays, or climbs and falls for ever.
  public var afterwards = Afterwards.hold

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    try floor.check(Self.name)
  }

  public var span: Double? { Double(steps) }

  public func rate(at t: Int) -> Double {
    let length = Double(steps)
    let time =
      afterwards == .hold
      ? min(Double(t), length) : Double(t).truncatingRemainder(dividingBy: 2 * length)
    let share = (1 + .cos(.pi * (time / length))) / 2
    let lowest = floor.rate(below: initial)
    return lowest + (initial - lowest) * (exponent == 1 ? share : .pow(share, exponent))
  }
}
