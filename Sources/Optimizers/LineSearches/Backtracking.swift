import LinearAlgebra
import Specifications

/// Shortens ε from the first trial by a constant factor until f(θ + εp) ≤ F + c₁ ε gᵀp.
///
/// F is f(θ) in Armijo's rule, and the largest of the latest values of f in the non-monotone one.
/// Each trial is one gradient query, so that the accepted one is known. A trial where f or ∇f is
/// not finite is too high; one with f = −∞ is taken.
enum Backtracking {
  static func step<O: Oracle & ~Copyable>(
    along line: SearchLine, below reference: Double, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    let probe = try line.probe()
    var step = line.firstTrial
    while step > 0, let trial = try probe.trial(step, querying: &oracle) {
      if trial.value <= reference + line.constants.sufficientDecrease * step * probe.slope {
        return trial.accepted
      }
      step *= line.constants.contraction
    }
    throw LineProbe.noLowerPoint
  }
}

extension Parameter {
  /// What a search that backtracks multiplies a step by, unset where it is the method's.
  public static func ownContraction(_ path: WritableKeyPath<Root, Double?> & Sendable) -> Self {
    .inherited(path, 0.5) { .contraction($0, "what a step too long is multiplied by") }
  }
}
