import LinearAlgebra

/// A step p that a model m of f proposes.
struct ModelStep: Sendable {
  var step: Vector
  /// m(0) − m(p).
  var decrease: Double
  /// Whether the trust region bounds p.
  var isOnBoundary: Bool
}

/// Where a proposed step led.
struct ModelTrial: Sendable {
  let sample: Sample
  /// ρ, the decrease of f over that of the model: −∞ where f or ∇f is not finite there.
  let ratio: Double
}

extension Sample {
  /// Whether a proposed step leads elsewhere, and the model promises a lower point there.
  func isMoved(by proposal: ModelStep) -> Bool {
    proposal.decrease > 0 && proposal.step.isFinite && moved(1, along: proposal.step).x != x
  }

  /// Asks for f and ∇f at the end of a proposed step.
  ///
  /// Where f changes by less than its own rounding, the change is computed from the slopes at both
  /// ends, as in `StrongWolfeSearch`.
  func tried<O: Oracle & ~Copyable>(
    _ proposal: ModelStep, querying oracle: inout O
  ) throws(Halt) -> ModelTrial {
    guard isMoved(by: proposal) else {
      throw .stalled("no step that moves the iterate lowers the model of f")
    }
    var sample = moved(1, along: proposal.step)
    try sample.evaluate(querying: &oracle)
    if sample.value == -.infinity { return ModelTrial(sample: sample, ratio: .infinity) }
    guard sample.isFinite else { return ModelTrial(sample: sample, ratio: -.infinity) }
    let estimate = (gradient.dot(proposal.step) + sample.gradient.dot(proposal.step)) / 2
    let change = ValueRounding.change(from: value, to: sample.value, estimate: estimate)
    return ModelTrial(sample: sample, ratio: -change / proposal.decrease)
  }
}
