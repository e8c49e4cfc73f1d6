import Contours

// What is known at an entry of the step to come, as far as that was recorded.
extension RaceRun {
  func position(_ entry: Int) -> PlanePoint { points[entry] }

  func diagnostics(_ entry: Int) -> StepDiagnostics? {
    diagnostics.indices.contains(entry) ? diagnostics[entry] : nil
  }

  /// Whether the entry after this one is the very next step.
  private func isFollowed(_ entry: Int) -> Bool {
    entry + 1 < steps.count && steps[entry + 1] == steps[entry] + 1
  }

  /// At the end of a run the entry before, so that the last step can be shown; else the entry.
  func latestFollowed(_ entry: Int) -> Int {
    entry == steps.count - 1 && entry > 0 && isFollowed(entry - 1) ? entry - 1 : entry
  }

  func nextDiagnostics(_ entry: Int) -> StepDiagnostics? {
    isFollowed(entry) ? diagnostics(entry + 1) : nil
  }

  func nextStep(_ entry: Int) -> PlanePoint? {
    isFollowed(entry) ? position(entry + 1) - position(entry) : nil
  }

  /// ε of the step to come, else of the latest; 1 where neither is known.
  func nextRate(_ entry: Int) -> Double {
    let rate = isFollowed(entry) ? rates[entry + 1] : rates[entry]
    return rate.isFinite ? rate : 1
  }
}
