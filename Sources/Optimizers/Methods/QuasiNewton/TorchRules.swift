import LinearAlgebra
import Specifications

/// What torch's LBFGS does differently about a step: it may make several iterations, ends where it
/// is when one changes little, and asks for the gradient at its start though the step before knew
/// it.
public struct TorchRules: Hashable, Sendable {
  /// Iterations in a step, at most; at least 1.
  public var iterations = 1
  /// After so many gradients a step begins no further iteration; 0: no limit.
  public var evaluations = 0
  /// Where max |gᵢ| is at most this, a step begins no further iteration.
  public var gradientTolerance = 0.0
  /// Where an iteration moved no variable farther, or changed f by less, a step ends.
  public var changeTolerance = 0.0
  /// Whether each step asks for the gradient at its start even where it is known.
  public var asksAnew = false

  /// The defaults.
  public init() {}

  /// How many gradients a step may still ask for after `asked`; nil without a limit.
  fileprivate func remaining(_ asked: GradientCount) -> Int? {
    evaluations == 0 ? nil : max(0, evaluations - asked.count)
  }

  fileprivate func isOptimal(_ current: Sample) -> Bool {
    current.gradient.largestMagnitude <= gradientTolerance
  }

  /// Whether an iteration from `start` changed too little.
  fileprivate func isLittle(from start: Sample, to current: Sample) -> Bool {
    let moved = zip(current.x, start.x).allSatisfy { abs($0 - $1) <= changeTolerance }
    return moved || abs(current.value - start.value) < changeTolerance
  }
}

extension LBFGS {
  static var torchParameters: [Parameter<Self>] {
    [
      .integer("iterations", \.torch.iterations, in: 1...10_000, "most iterations in a step"),
      .integer(
        "evaluations", \.torch.evaluations, in: 0...(.max),
        "gradients after which a step begins no further iteration; 0: no limit"),
      .number(
        "tolerance-grad", \.torch.gradientTolerance, in: .nonNegative,
        "largest component of g at which a step begins no further iteration"),
      .number(
        "tolerance-change", \.torch.changeTolerance, in: .nonNegative,
        "move or change of f that ends a step"),
      .flag("ask-anew", \.torch.asksAnew, "ask for a gradient that is known at each step's start"),
    ]
  }
}

// MARK: - A step by these rules

extension QuasiNewton {
  mutating func step<O: Oracle & ~Copyable>(
    from x: inout Vector, by torch: TorchRules, querying oracle: inout O
  ) throws(Halt) {
    var count = GradientCount()
    try count.between(&oracle) { counting throws(Halt) in
      try iterate(from: x, by: torch, querying: &counting)
    }
    stepCount += 1
    x = track.current.x
  }

  /// Makes the iterations of a step.
  private mutating func iterate<O: Oracle & ~Copyable>(
    from x: Vector, by torch: TorchRules, querying oracle: inout Counting<O>
  ) throws(Halt) {
    try arrive(at: x, anew: torch.asksAnew, querying: &oracle)
    if rules.failure == .stay, torch.isOptimal(track.current) { return }
    for iteration in 1...torch.iterations {
      let start = track.current
      let found = try search(
        by: torch, mayStall: iteration == 1, mostTrials: torch.remaining(oracle.way),
        querying: &oracle)
      guard let found else { return }
      move(to: found)
      if iteration == torch.iterations { return }
      try track.look(querying: &oracle)
      let (current, remaining) = (track.current, torch.remaining(oracle.way))
      if remaining == 0 || torch.isOptimal(current) || torch.isLittle(from: start, to: current) {
        return
      }
    }
  }

  /// Where the next iteration leads; nil where the step is to end before it.
  private mutating func search<O: Oracle & ~Copyable>(
    by torch: TorchRules, mayStall: Bool, mostTrials: Int?, querying oracle: inout O
  ) throws(Halt) -> LineStep? {
    learn()
    if rules.failure == .stay {
      return try searchOrStay(by: torch, mostTrials: mostTrials, querying: &oracle)
    }
    do throws(Halt) {
      return try searchOrRestart(mostTrials: mostTrials, querying: &oracle)
    } catch {
      // The iterations before have found a lower point.
      if case .stalled = error, !mayStall { return nil }
      throw error
    }
  }

  private mutating func searchOrStay<O: Oracle & ~Copyable>(
    by torch: TorchRules, mostTrials: Int?, querying oracle: inout O
  ) throws(Halt) -> LineStep? {
    let (direction, trial) = model.isFresh ? steepestDescent : (quasiNewtonDirection(), 1)
    let slope = track.current.gradient.dot(direction)
    if torch.changeTolerance > 0, slope > -torch.changeTolerance { return nil }
    return try lineSearch.stepUnlessStalled(
      along: line(along: direction, trial: trial, mostTrials: mostTrials), querying: &oracle)
  }
}

private typealias Counting<O: Oracle & ~Copyable> = ForwardingOracle<O, GradientCount>

/// Counts gradients on their way.
private struct GradientCount: Forwarding {
  private(set) var count = 0

  mutating func gradient<O: Oracle & ~Copyable>(
    of oracle: inout O, at x: borrowing Vector, into g: inout Vector
  ) throws(Halt) -> Double {
    count += 1
    return try oracle.gradient(at: x, into: &g)
  }
}
