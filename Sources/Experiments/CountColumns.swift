/// The cumulated counts of a trajectory's entries, a column a kind of query.
public struct CountColumns: RandomAccessCollection, Hashable, Sendable {
  private var columns = PerQuery(repeating: IntegerColumn())

  init() {}

  public var startIndex: Int { 0 }
  public var endIndex: Int { columns[.values].endIndex }

  /// What had been asked until entry i, from 0, of every kind.
  public subscript(i: Int) -> Counts {
    var counts = Counts()
    for query in Query.allCases { counts[query] = columns[query][i] }
    return counts
  }

  /// The counts of one kind, one an entry.
  public subscript(query: Query) -> IntegerColumn { columns[query] }

  mutating func append(_ counts: Counts) {
    for query in Query.allCases { columns[query].append(counts[query]) }
  }
}
