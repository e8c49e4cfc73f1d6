import LinearAlgebra
import RealModule
import Specifications

/// What the schedule-free methods share: the weights of the average x of the base sequence z, and
/// the point y = (1−β) z + βx where gradients are taken.
///
/// x ← (1−c) x + cz with c = wₜ / Σw and wₜ = t^r (largest rate so far)^p: with a constant rate and
/// r = 0 the plain average of z₁ … zₜ.
public struct ScheduleFreeAveraging: Hashable, Sendable {
  /// β, in [0, 1].
  public var beta = 0.9
  /// Steps in which the rate rises to its value, t/warmup of it.
  public var warmup = 0
  /// Whether the rate is that of the step before while it rises, from 0.
  public var isWarmupLate = false
  /// p.
  public var ratePower = 2.0
  /// r.
  public var stepPower = 0.0

  /// The rate of step t, from 1 on.
  fileprivate func warmedUp(_ rate: Double, step t: Double) -> Double {
    t < Double(warmup) ? rate * (t / Double(warmup)) : rate
  }
}

/// Settings with such an average.
public protocol ScheduleFreeSettings: DecayingSettings {
  /// How the iterates are averaged.
  var averaging: ScheduleFreeAveraging { get set }
}

extension ScheduleFreeSettings {
  static var averagingParameters: [Parameter<Self>] {
    [
      .integer(
        "warmup", \.averaging.warmup, in: 0...Int.max, "steps in which the rate rises to lr"),
      .flag(
        "late-warmup", \.averaging.isWarmupLate,
        "step with the warm-up of the step before, from 0"),
      .number(
        "weight-lr-power", \.averaging.ratePower, symbol: "p", in: .nonNegative,
        "points are averaged with the largest rate so far to this power"
      ).aliased("rate-power"),
      .number(
        "step-power", \.averaging.stepPower, symbol: "r", in: .nonNegative,
        "and with the number of their step to this power"),
    ]
  }
}

/// The average in the making.
struct ScheduleFreeAverage: Sendable {
  let settings: ScheduleFreeAveraging
  /// z; empty before the first step, where it is x.
  var base: Vector = []
  /// The rate of the latest step, warmed up.
  private(set) var rate: Double
  /// c.
  private(set) var share = 1.0
  private var largestRate = 0.0
  private var weights = 0.0
  var clock: RateClock

  init(_ settings: ScheduleFreeAveraging, _ rate: Rate) {
    self.settings = settings
    clock = RateClock(rate)
    self.rate = settings.warmedUp(clock.rate, step: settings.isWarmupLate ? 0 : 1)
  }

  /// Begins a step from x.
  mutating func advance(from x: Vector, loss: Double) {
    if base.isEmpty { base = x }
    clock.advance(loss: loss)
    let t = Double(clock.stepsTaken)
    rate = settings.warmedUp(clock.rate, step: settings.isWarmupLate ? t - 1 : t)
    largestRate = max(largestRate, settings.warmedUp(clock.rate, step: t))
    let weight: Double = .pow(t, settings.stepPower) * .pow(largestRate, settings.ratePower)
    weights += weight
    share = quotient(weight, weights)
  }

  /// z ← z − εd, x ← (1−c) x + cz.
  mutating func step(_ x: inout Vector, along direction: Vector) {
    Self.step(&x, &base, along: direction, rate: rate, share: share)
  }

  private static func step(
    _ x: inout Vector, _ base: inout Vector, along direction: Vector, rate: Double, share: Double
  ) {
    var theta = x.mutableSpan
    var z = base.mutableSpan
    let d = direction.span
    for i in 0..<theta.count {
      z[i] -= rate * d[i]
      theta[i] = (1 - share) * theta[i] + share * z[i]
    }
  }

  /// y where the average is x.
  func point(from x: Vector) -> Vector {
    guard !base.isEmpty else { return x }
    var point = x
    for i in point.indices { point[i] = (1 - settings.beta) * base[i] + settings.beta * x[i] }
    return point
  }
}
