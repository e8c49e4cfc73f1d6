/// The learning rate of the step under way: a rate that is read once a step.
public struct RateClock: Sendable {
  /// The rate of the latest step; before the first, of the one to come.
  public private(set) var rate: Double
  /// t, the number of steps begun.
  public private(set) var stepsTaken = 0
  /// Nil where the rate is constant, which `isScheduled` tells without a look into it.
  private var tracker: (any RateTracker)?
  private let isScheduled: Bool
  /// Whether the rate follows the validation loss.
  public let followsValidation: Bool

  /// The clock of a rate, before the first step.
  public init(_ rate: Rate) {
    switch rate {
    case .constant(let value):
      self.rate = value
      tracker = nil
      isScheduled = false
      followsValidation = false
    case .scheduled(let schedule):
      let tracker = schedule.tracker()
      self.rate = tracker.rate(at: 0)
      self.tracker = tracker
      isScheduled = true
      followsValidation = schedule.followsValidation
    }
  }

  /// Begins a step at which f is `loss`. Its rate depends on the losses of the steps before only,
  /// as where a training loop tells its schedule the loss after the step.
  public mutating func advance(loss: Double) {
    if isScheduled { follow(loss) }
    stepsTaken += 1
  }

  /// Takes note of the validation loss where the latest step has led.
  public mutating func observe(validationLoss: Double) {
    tracker?.observe(validationLoss: validationLoss)
  }

  /// The rate of the step to come, for methods that look ahead by it.
  public var next: Double {
    isScheduled ? tracker?.rate(at: stepsTaken) ?? rate : rate
  }

  private mutating func follow(_ loss: Double) {
    rate = tracker?.rate(at: stepsTaken) ?? rate
    tracker?.observe(loss: loss, at: stepsTaken)
  }
}
