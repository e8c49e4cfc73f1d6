import RealModule
import Specifications

/// A power of a line from η₀ to η_T between the steps b and b + T; η₀ before, η_T after.
///
/// torch's `PolynomialLR(total_iters, power)` has η_T = 0, our default. keras's
/// `PolynomialDecay(decay_steps, end_learning_rate, power, cycle)` is `steps`, `end`, `power` and
/// `cycle`, with η_T = 0.0001 unless set; optax's `polynomial_schedule` adds `transition_begin`,
/// our `begin`. optax's `linear_schedule` is p = 1. With `cycle` T grows instead of ending: to the
/// next multiple of T not below t, so that the rate jumps up, less each time.
public struct PolynomialSchedule: Schedule {
  public static let name = "polynomial"
  public static let title = "Polynomial"
  public static let formula = "η(t) = η_T + (η₀ − η_T) (1 − (t − b)/T)ᵖ"
  public static let reference =
    "Chen et al., DeepLab, 2016, arXiv:1606.00915, with the poly policy of Caffe"
  public static let parameters: [Parameter<Self>] = [
    .number("initial", \.initial, symbol: "η₀", in: .nonNegative, "rate of the first step"),
    .number("end", \.end, symbol: "η_T", in: .nonNegative, "the last rate"),
    .integer("steps", \.steps, symbol: "T", in: 1...(.max), "steps from the first to the last"),
    .number("power", \.power, symbol: "p", in: .positive, "exponent"),
    .integer("begin", \.begin, symbol: "b", in: 0...(.max), "the step after which it falls"),
    .flag("cycle", \.isCyclic, "begin anew after T steps, with a longer T"),
  ]

  /// η₀ ≥ 0: rate of the first step.
  public var initial = 0.1
  /// η_T ≥ 0: the last rate.
  public var end = 0.0
  /// T ≥ 1: steps from the first to the last.
  public var steps = 100
  /// p > 0: exponent.
  public var power = 1.0
  /// b ≥ 0: the step after which it falls.
  public var begin = 0
  /// Whether to begin anew after T steps, with a longer T.
  public var isCyclic = false

  public init() {}

  public var span: Double? { Double(begin) + Double(steps) }

  public func rate(at t: Int) -> Double {
    guard t > begin else { return initial }
    let time = Double(t - begin)
    var length = Double(steps)
    if isCyclic { length *= (time / length).rounded(.up) }
    let left = 1 - min(time / length, 1)
    return end + (initial - end) * .pow(left, power)
  }
}
