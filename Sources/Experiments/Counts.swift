/// What a run has asked of its objective.
public struct Counts: Hashable, Sendable {
  public var values = 0
  public var gradients = 0
  public var hessians = 0
  public var products = 0
  /// Training examples looked at; 0 for functions that are not sums over a sample.
  public var samples = 0

  public init() {}

  /// Queries of every kind.
  public var evaluations: Int { values + gradients + hessians + products }
}
