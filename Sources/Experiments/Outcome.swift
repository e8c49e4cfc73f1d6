/// How a run ended, and why.
public struct Outcome: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    /// A stop rule was met, or no lower value can be told from f.
    case converged
    case budgetSpent = "budget spent"
    /// No step lowers f, or steps no longer move the iterate.
    case stalled
    /// The iterate or f(x) is no finite number.
    case diverged
    /// The method is not defined at the iterate.
    case failed
  }

  public let kind: Kind
  /// The rule or limit, in a few words: `1000 steps`, `gradient norm <= 1e-08`.
  public let reason: String

  public init(_ kind: Kind, _ reason: String) {
    self.kind = kind
    self.reason = reason
  }
}
