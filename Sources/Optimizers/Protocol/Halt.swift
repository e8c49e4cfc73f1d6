/// Why a query was not answered or a step could not be taken. It ends the run.
public enum Halt: Error, Hashable, Sendable {
  /// The oracle's budget is spent; the text names the limit.
  case budgetSpent(String)
  /// No step from here lowers f: the line search ended without one.
  case stalled(String)
  /// The method is not defined here, as Newton's at a singular Hessian.
  case failed(String)
}
