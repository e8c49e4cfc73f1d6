import LinearAlgebra

/// A method that asks for the gradients of examples by their numbers.
public protocol ExampleMethod: Optimizer where Settings: ScheduledSettings {
  /// What it carries through the run.
  var state: RunState<Settings> { get set }

  /// One step where f is a mean over examples, of which it sees a minibatch.
  mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O, over examples: Examples
  ) throws(Halt)
}

extension ExampleMethod {
  var settings: Settings { state.settings }
  var rate: Double { state.clock.rate }
  var gradient: Vector { state.gradient }
  public var learningRate: Double { state.clock.rate }

  public var followsValidation: Bool { state.clock.followsValidation }

  public mutating func observe(validationLoss: Double) {
    state.clock.observe(validationLoss: validationLoss)
  }

  public mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, querying oracle: inout O
  ) throws(Halt) {
    guard let examples = oracle.examples else { throw .withoutExamples }
    try step(from: &x, querying: &oracle, over: examples)
  }
}
