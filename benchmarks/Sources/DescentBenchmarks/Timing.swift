/// The least time of several runs of `work`, in nanoseconds.
func nanoseconds(runs: Int = 15, _ work: () -> Void) -> Double {
  var best = Double.infinity
  for _ in 0..<runs {
    best = min(best, ContinuousClock().measure(work) / Duration.nanoseconds(1))
  }
  return best
}
