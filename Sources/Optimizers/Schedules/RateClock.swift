/// The learning rate of the step under way: a rate that is read once a step.
public struct RateClock: Sendable {
  /// The rate of the latest step; before the first, of the one to come.
  public private(set) var rate: Double
  /// t, the number of steps begun.
  public private(set) var stepsTaken = 0
  private let isScheduled: Bool
  private let source: Rate

  public init(_ rate: Rate) {
    self.rate = rate.value(at: 0)
    source = rate
    isScheduled =
      switch rate {
      case .constant: false
      case .scheduled: true
      }
  }

  /// Begins a step at which f is `loss`.
  public mutating func advance(loss: Double) {
    if isScheduled { rate = source.value(at: stepsTaken) }
    stepsTaken += 1
  }

  /// The rate of the step to come, for methods that look ahead by it.
  public var next: Double {
    isScheduled ? source.value(at: stepsTaken) : rate
  }
}
