import RealModule
import Specifications

/// Up and down between two rates along lines, again and again.
///
/// Λ is the triangle of u steps up and d down, and the height h is 1 (`triangular`), ½ of the one
/// before from cycle to cycle (`triangular2`), or γᵗ (`exp-range`). This is torch's
/// `CyclicLR(base_lr, max_lr, step_size_up, step_size_down, mode, gamma)`, with u = 2000 unless
/// set; its momentum, which falls while the rate climbs, is `cyclic(0.9,0.8)`: the peak may lie
/// below the base. It goes on for ever.
public struct CyclicSchedule: Schedule {
  /// How high the cycles are; ``CyclicSchedule`` has the heights.
  public enum Mode: String, CaseIterable, Sendable {
    /// 1.
    case triangular
    /// ½ of the one before.
    case triangular2
    /// γᵗ.
    case expRange = "exp-range"
  }

  public static let name = "cyclic"
  public static let title = "Cyclic"
  public static let formula = "η(t) = η_base + (η_peak − η_base) Λ(t) h"
  public static let reference = "Smith 2015, arXiv:1506.01186"
  public static let parameters: [Parameter<Self>] = [
    .number("base", \.base, symbol: "η_base", in: .nonNegative, "rate of the first step"),
    .number("peak", \.peak, symbol: "η_peak", in: .nonNegative, "rate at the top of a cycle"),
    .integer("up", \.up, symbol: "u", in: 1...(.max), "steps from base to peak"),
    .integer("down", \.down, symbol: "d", in: 0...(.max), "steps back; 0: as many as up"),
    .choice("mode", \.mode, "heights: all the same, halved each cycle, or times γ each step"),
    .number("gamma", \.gamma, symbol: "γ", in: .factor, "factor of a step in exp-range"),
  ]

  /// η_base ≥ 0: rate of the first step.
  public var base = 0.01
  /// η_peak ≥ 0: rate at the top of a cycle.
  public var peak = 0.1
  /// u ≥ 1: steps from base to peak.
  public var up = 100
  /// d ≥ 0: steps back; 0: as many as up.
  public var down = 0
  /// Heights: all the same, halved each cycle, or times γ each step.
  public var mode = Mode.triangular
  /// γ in (0, 1]: factor of a step in `exp-range`.
  public var gamma = 1.0

  public init() {}

  private var fall: Double { Double(down == 0 ? up : down) }

  public var span: Double? { Double(up) + fall }

  public func rate(at t: Int) -> Double {
    let time = Double(t)
    let length = Double(up) + fall
    let place = time.truncatingRemainder(dividingBy: length)
    let climb = Double(up)
    let triangle = place <= climb ? place / climb : (length - place) / fall
    return base + (peak - base) * (triangle * height(time, cycle: (time / length).rounded(.down)))
  }

  private func height(_ time: Double, cycle: Double) -> Double {
    switch mode {
    case .triangular: 1
    case .triangular2: .exp2(-cycle)
    case .expRange: .pow(gamma, time)
    }
  }
}
