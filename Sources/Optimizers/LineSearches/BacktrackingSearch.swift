import LinearAlgebra

/// A search that shortens ε from the first trial by a constant factor until
/// f(θ + εp) ≤ F + c₁ ε gᵀp.
///
/// F is f(θ) in Armijo's rule, and the largest of the latest values of f in the non-monotone rule of
/// Grippo, Lampariello and Lucidi, which lets f rise for a while along a curved valley. Each trial is one
/// gradient query, so that the accepted one is known. A trial where f or ∇f is not finite is too high;
/// one with f = −∞ is taken.
///
/// References: L. Armijo, Pacific J. Math. 16 (1966) 1–3; L. Grippo, F. Lampariello and S. Lucidi, SIAM
/// J. Numer. Anal. 23 (1986) 707–716.
struct BacktrackingSearch {
  private let settings: LineSearch
  private let probe: LineProbe
  /// F.
  private let reference: Double

  init(_ settings: LineSearch, _ probe: LineProbe, reference: Double) {
    self.settings = settings
    self.probe = probe
    self.reference = reference
  }

  func run<O: Oracle & ~Copyable>(
    firstTrial: Double, querying oracle: inout O
  ) throws(Halt) -> LineSearch.Step {
    var step = firstTrial
    while step > 0, let trial = try probe.trial(step, querying: &oracle) {
      if trial.value <= reference + settings.sufficientDecrease * step * probe.slope {
        return trial.accepted
      }
      step *= settings.contraction
    }
    throw LineProbe.noLowerPoint
  }
}
