import LinearAlgebra
import Specifications

/// Settings of a method with a learning rate, which may follow a schedule.
public protocol ScheduledSettings: OptimizerSettings {
  /// ε.
  var learningRate: Rate { get set }
}

/// Settings of a gradient method with a learning rate.
public protocol RateSettings: ScheduledSettings, GradientSettings {}

extension ScheduledSettings {
  /// The defaults with another learning rate.
  public init(learningRate: Rate) {
    self.init()
    self.learningRate = learningRate
  }
}

/// What a method with a learning rate carries through a run, whatever else it remembers.
public struct RunState<Settings: ScheduledSettings>: Sendable {
  /// The settings of the method.
  public let settings: Settings
  /// Room for the gradient; n numbers.
  public var gradient: Vector
  /// The learning rate of the step under way.
  public var clock: RateClock

  /// The state before the first step in n = `dimension` variables.
  public init(_ settings: Settings, dimension: Int) {
    self.settings = settings
    gradient = .zeros(dimension)
    clock = RateClock(settings.learningRate)
  }
}

/// A gradient method with a learning rate. Its `descend` begins a step with
/// `state.clock.advance(loss: value)`.
public protocol RatedMethod: GradientMethod where Settings: RateSettings {
  /// What it carries through the run.
  var state: RunState<Settings> { get set }
}

extension RatedMethod {
  /// The settings of the method.
  @inline(__always)
  public var settings: Settings { state.settings }

  /// ε of the step under way.
  @inline(__always)
  public var rate: Double { state.clock.rate }

  /// t, the number of the step under way, from 1 on; 0 before the first.
  @inline(__always)
  public var stepsTaken: Int { state.clock.stepsTaken }

  public var learningRate: Double { state.clock.rate }

  public var followsValidation: Bool { state.clock.followsValidation }

  public mutating func observe(validationLoss: Double) {
    state.clock.observe(validationLoss: validationLoss)
  }

  public var gradient: Vector {
    get { state.gradient }
    _modify { yield &state.gradient }
  }
}

/// A rule that updates memory and iterate from a gradient; the learning rate, and the weight decay
/// of `DecayingSettings`, are seen to before it is applied. A method that changes the rate
/// itself is a `RatedMethod` with a `learningRate` of its own, which records show.
public protocol UpdateRule: RatedMethod {
  /// Replaces the iterate x, given the gradient g, in which a coupled weight decay is contained,
  /// and the value f. `rate` is ε of this step; g may be overwritten.
  mutating func update(_ x: inout Vector, along g: inout Vector, value: Double)
}

extension UpdateRule {
  public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
    state.clock.advance(loss: value)
    update(&x, along: &g, value: value)
  }
}

extension UpdateRule where Settings: DecayingSettings {
  public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
    state.clock.advance(loss: value)
    settings.decay.apply(&x, &g, rate: rate)
    update(&x, along: &g, value: value)
  }
}
