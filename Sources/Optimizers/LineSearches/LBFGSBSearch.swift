import LinearAlgebra

/// The search of L-BFGS-B: `MinpackSearch` with twenty trials, which takes its lowest trial where
/// it can no longer narrow its bracket to less than a tenth. None is taken where twenty were not
/// enough.
///
/// Reference: C. Zhu, R. H. Byrd, P. Lu and J. Nocedal, ACM Trans. Math. Softw. 23 (1997) 550–560.
struct LBFGSBSearch {
  private static let limits = MinpackSearch.Limits(
    steps: 0...1e10, narrowest: 0.1, mostTrials: 20)

  private static let unsuccessful = Halt.stalled(
    "no step meets the Wolfe conditions in \(limits.mostTrials) trials, where L-BFGS-B gives up")

  private var search: MinpackSearch

  init(_ settings: LineSearch, _ probe: LineProbe) {
    search = MinpackSearch(settings, probe, limits: Self.limits)
  }

  mutating func run<O: Oracle & ~Copyable>(
    firstTrial: Double, querying oracle: inout O
  ) throws(Halt) -> LineSearch.Step {
    let met = try search.run(
      firstTrial: min(firstTrial, Self.limits.steps.upperBound), querying: &oracle)
    guard !search.isOutOfTrials else { throw Self.unsuccessful }
    guard let found = met ?? search.bestTrial else { throw LineProbe.noLowerPoint }
    return found.accepted
  }
}
