import Objectives

/// How a run ended, why, and at what kind of point; `docs/formats.md` has the rules.
public struct Outcome: Hashable, Sendable {
  /// How a run ended; the raw values are those of recordings.
  public enum Kind: String, Sendable, CaseIterable {
    /// A stop rule was met, or no lower value can be told from f.
    case converged
    /// The budget did not allow the next step or query.
    case budgetSpent = "budget spent"
    /// No step lowers f, or steps no longer move the iterate.
    case stalled
    /// The iterate or f(x) is no finite number, or f falls without a bound that can be seen.
    case diverged
    /// The method is not defined at the iterate.
    case failed
  }

  /// How the run ended.
  public let kind: Kind
  /// The rule or limit, in a few words: `1000 steps`, `gradient norm <= 1e-08`.
  public let reason: String
  /// What the last iterate is to f, where the run came to rest there and that could be told: a run
  /// that has converged need not be at a minimum.
  public internal(set) var point: PointKind?

  /// - Parameters:
  ///   - reason: the rule or limit, in a few words.
  ///   - point: what the last iterate is to f; nil where that was not told.
  public init(_ kind: Kind, _ reason: String, at point: PointKind? = nil) {
    self.kind = kind
    self.reason = reason
    self.point = point
  }

  /// In a word or two, what a run that has converged has come to; a minimum needs no word more.
  public var place: String {
    switch point {
    case .saddle, .maximum, .localMinimum: point?.rawValue ?? ""
    case .degenerate: "flat point"
    case .kink, .minimum, .notStationary, .undefined, nil: "converged"
    }
  }

  /// "converged: gradient norm 0 (saddle)".
  public var text: String {
    "\(kind.rawValue): \(reason)" + (point.map { " (\($0.rawValue))" } ?? "")
  }
}
