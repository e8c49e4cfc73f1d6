import Specifications

/// Schedules one after the other: the first from step 0, the next from b₁ on, and so forth.
///
/// Each begins anew from its first step on, as in torch's `SequentialLR(schedulers, milestones)`
/// and optax's `join_schedules`. A schedule that follows the loss is told those of its own steps.
/// The last one goes on for ever.
public struct SequenceSchedule: Schedule {
  public static let name = "sequence"
  public static let title = "Sequence"
  public static let formula = "η(t) = ηᵢ(t − bᵢ) for bᵢ ≤ t < bᵢ₊₁"
  public static let reference = "as SequentialLR of torch"
  public static let parameters: [Parameter<Self>] = [
    .rates("of", \.parts, symbol: "ηᵢ", in: .nonNegative, "the schedules in turn"),
    .integers(
      "at", \.boundaries, symbol: "bᵢ", in: 0...(.max),
      "the steps at which the next begins, ascending, one fewer than schedules"),
  ]

  /// ηᵢ, each ≥ 0: the schedules in turn.
  public var parts: [Rate] = [.scheduled(LinearSchedule()), .scheduled(DecaySchedule())]
  /// bᵢ, each ≥ 0: the steps at which the next begins, ascending, one fewer than schedules.
  public var boundaries = [5]

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard parts.count > 1 else {
      throw SpecificationError(
        "sequence: '\(parts[0])' stands alone; expected two schedules or more")
    }
    guard parts.count == boundaries.count + 1 else {
      throw SpecificationError(
        "sequence: \(parts.count) schedules need \(parts.count - 1) boundaries in 'at', "
          + "not \(boundaries.count)")
    }
    guard zip(boundaries, boundaries.dropFirst()).allSatisfy({ $0 <= $1 }) else {
      throw SpecificationError("sequence: the boundaries in 'at' must ascend")
    }
  }

  public var followsLoss: Bool { parts.contains { $0.schedule.followsLoss } }
  public var followsValidation: Bool { parts.contains { $0.schedule.followsValidation } }
  public var span: Double? {
    let begin = Double(boundaries.last ?? 0)
    return begin + (parts.last?.schedule.span ?? begin)
  }

  /// The schedules first, without keys, then the boundaries.
  public var specification: Specification { specification(around: parts.map(\.description)) }

  public func rate(at t: Int) -> Double {
    let part = part(at: t)
    return parts[part.index].value(at: t - part.begin)
  }

  public func tracker() -> any RateTracker {
    Tracker(settings: self, parts: parts.map { $0.schedule.tracker() })
  }

  /// Which part is on at step t, and where it began.
  private func part(at t: Int) -> (index: Int, begin: Int) {
    let passed = boundaries.prefix { $0 <= t }
    return (passed.count, passed.last ?? 0)
  }

  struct Tracker: RateTracker {
    let settings: SequenceSchedule
    var parts: [any RateTracker]
    private var latest = 0

    init(settings: SequenceSchedule, parts: [any RateTracker]) {
      (self.settings, self.parts) = (settings, parts)
    }

    func rate(at t: Int) -> Double {
      let part = settings.part(at: t)
      return parts[part.index].rate(at: t - part.begin)
    }

    mutating func observe(loss: Double, at t: Int) {
      latest = t
      let part = settings.part(at: t)
      parts[part.index].observe(loss: loss, at: t - part.begin)
    }

    mutating func observe(validationLoss: Double) {
      parts[settings.part(at: latest).index].observe(validationLoss: validationLoss)
    }
  }
}
