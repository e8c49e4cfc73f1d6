import LinearAlgebra

/// The search of scipy's BFGS, CG and Newton-CG: `MinpackSearch`, and where that finds no ε,
/// algorithm 3.5 of Nocedal and Wright from the same first trial, which is not asked twice.
///
/// The second takes what ten doublings lead to, unseen. Where it finds nothing either, the run
/// ends, as scipy's does. The first trial is min(1, 1.01 · 2 (f − f′) / gᵀp) with the value f′
/// before, as in Nocedal and Wright's (3.60). A trial where f or ∇f is not finite is too high, and
/// one with f = −∞ is taken. One gradient a trial, where scipy's second search asks for values
/// alone at some.
struct ScipySearch {
  private let settings: LineSearch
  private let probe: LineProbe
  /// What else a step must fulfil.
  private let isAcceptable: (LineSearch.Step) -> Bool

  /// What cards of methods with this search say of it.
  static let note =
    "With preset=scipy a trial where f is not finite is too long; scipy computes on with it."

  static let unsuccessful = Halt.failed(
    "no step meets the Wolfe conditions, where scipy ends the run")

  init(
    _ settings: LineSearch, _ probe: LineProbe,
    isAcceptable: @escaping (LineSearch.Step) -> Bool = { _ in true }
  ) {
    self.settings = settings
    self.probe = probe
    self.isAcceptable = isAcceptable
  }

  /// `values` are the latest two of f, `guess` the first trial where there is one alone.
  func run<O: Oracle & ~Copyable>(
    values: [Double], guess: Double, querying oracle: inout O
  ) throws(Halt) -> LineSearch.Step {
    let firstTrial = firstTrial(values: values, guess: guess)
    var first = MinpackSearch(
      settings, probe,
      limits: MinpackSearch.Limits(steps: settings.stepRange, narrowest: 1e-14, mostTrials: 99))
    if let found = try first.run(firstTrial: firstTrial, querying: &oracle)?.accepted,
      isAcceptable(found)
    {
      return found
    }
    var second = NocedalWrightSearch(
      settings, probe, limits: .scipy, isAcceptable: { isAcceptable($0.accepted) })
    let found = try second.met(
      firstTrial: firstTrial, known: first.opening, querying: &oracle)
    if let found { return found }
    throw Self.unsuccessful
  }

  private func firstTrial(values: [Double], guess: Double) -> Double {
    var trial = guess
    if values.count == 2 { trial = 2 * (values[1] - values[0]) / probe.slope }
    return trial < 0 ? 1 : min(1, 1.01 * trial)
  }
}
