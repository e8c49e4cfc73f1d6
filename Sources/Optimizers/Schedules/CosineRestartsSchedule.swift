import RealModule
import Specifications

/// SGDR: half a cosine from the peak down to η_min over Tᵢ steps, then back to the peak at once.
///
/// torch's `CosineAnnealingWarmRestarts(T_0, T_mult, eta_min)` is `steps`, `factor` (whole, 1) and
/// `end`, with q = 1. keras's `CosineDecayRestarts(first_decay_steps, t_mul, m_mul, alpha)` is
/// `steps`, `factor` (2 unless set), `peak-factor` and `alpha`. optax's `sgdr_schedule` lists its
/// cycles: our `sequence` of `warmup(cosine(...))`. T_cur counts from the latest restart, which
/// lies at the first whole step not before T₀ (1 + m + … + mⁱ). Restarts go on for ever, ever rarer
/// with m > 1; with m < 1 (keras) all cycles are over after T₀/(1 − m) steps, and the rate stays at
/// η_min.
public struct CosineRestartsSchedule: FlooredSchedule {
  public static let name = "cosine-restarts"
  public static let title = "Cosine with warm restarts"
  public static let formula = "η(t) = η_min + (η₀ − η_min) qⁱ (1 + cos(π T_cur/Tᵢ)) / 2, Tᵢ = T₀ mⁱ"
  public static let reference = "Loshchilov and Hutter 2016, arXiv:1608.03983, equation 5"
  public static let parameters: [Parameter<Self>] =
    [
      .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
      .integer("steps", \.steps, symbol: "T₀", in: 1...(.max), "length of the first cycle"),
      .number(
        "factor", \.factor, symbol: "m", in: Interval(0, 1e6, openBelow: true),
        "each cycle is as many times as long as the one before"),
    ] + floorParameters + [
      .number(
        "peak-factor", \.peakFactor, symbol: "q", in: .factor,
        "each cycle is as many times as high as the one before")
    ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// T₀ ≥ 1: length of the first cycle.
  public var steps = 10
  /// m in (0, 1e6]: each cycle is as many times as long as the one before.
  public var factor = 1.0
  /// The lowest rate: itself, or as a share of the first.
  public var floor = CosineFloor()
  /// q in (0, 1]: each cycle is as many times as high as the one before.
  public var peakFactor = 1.0

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    try floor.check(Self.name)
  }

  public var span: Double? { Double(steps) * (1 + factor) }

  /// T₀/(1 − m), after which no cycle is left.
  private var end: Double { factor < 1 ? Double(steps) / (1 - factor) : .infinity }

  public func rate(at t: Int) -> Double {
    let cycle = cycle(at: Double(t))
    let lowest = floor.rate(below: initial)
    guard Double(t) < end else { return lowest }
    let height = (initial - lowest) * .pow(peakFactor, cycle.index)
    return lowest + height * ((1 + .cos(.pi * cycle.share)) / 2)
  }

  /// i and T_cur/Tᵢ.
  private func cycle(at time: Double) -> (index: Double, share: Double) {
    let length = Double(steps)
    guard factor != 1 else {
      return ((time / length).rounded(.down), time.truncatingRemainder(dividingBy: length) / length)
    }
    let growth = factor - 1
    var index = (.log(onePlus: growth * (time / length)) / .log(onePlus: growth)).rounded(.down)
    // The logarithms may round across a restart.
    if start(of: index + 1) <= time { index += 1 }
    if start(of: index) > time { index -= 1 }
    let share = (time - start(of: index)) / (length * .pow(factor, index))
    return (index, min(max(share, 0), 1))
  }

  /// T₀ (mⁱ − 1)/(m − 1), where cycle i begins.
  private func start(of index: Double) -> Double {
    let growth = factor - 1
    return Double(steps) * (.expMinusOne(index * .log(onePlus: growth)) / growth)
  }
}
