/// What a run has asked of its objective, by the kind of query.
public struct Counts: Hashable, Sendable {
  @usableFromInline var numbers = PerQuery(repeating: 0)

  /// None of any kind.
  public init() {}

  /// How many queries of a kind were made; of samples, how many examples were looked at.
  @inlinable
  public subscript(query: Query) -> Int {
    @inline(__always) get { numbers[query] }
    @inline(__always) _modify { yield &numbers[query] }
  }

  /// Evaluations of every kind.
  @inlinable
  public var evaluations: Int { numbers.sum - self[.samples] }
}
