import Specifications

extension Plan {
  /// Throws where a number is out of its range, as one set in code may be: limits are whole and not
  /// negative, tolerances not negative (an infinite one stops at once), idle steps at least 1, and listed
  /// steps ascend from 0.
  @usableFromInline
  func validate() throws(SpecificationError) {
    let limits = [
      ("steps", budget.steps, 0), ("gradients", budget.gradients, 0),
      ("evaluations", budget.evaluations, 0), ("idle steps", stopRules.idleSteps, 1),
    ]
    for (name, limit, least) in limits {
      if let limit, limit < least {
        throw SpecificationError("\(limit) \(name); expected \(least) or more")
      }
    }
    let tolerances = [
      ("target excess", stopRules.targetExcess), ("gradient norm", stopRules.gradientNorm),
    ]
    for (name, tolerance) in tolerances {
      if let tolerance, !(tolerance >= 0) {
        throw SpecificationError(
          "the \(name) \(NumberText.short(tolerance)) is not accepted; expected 0 or more")
      }
    }
    try requireAscendingSteps()
  }

  private func requireAscendingSteps() throws(SpecificationError) {
    guard case .steps(let steps) = cadence else { return }
    let pairs = zip([0] + steps, steps)
    if let (former, step) = pairs.first(where: { $0.0 > $0.1 }) {
      throw SpecificationError(
        "step \(step) is to be recorded after step \(former); expected ascending steps from 0 on")
    }
  }
}
