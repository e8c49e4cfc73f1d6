/// The cumulated counts of a trajectory's entries, a column a kind of query.
public struct CountColumns: RandomAccessCollection, Hashable, Sendable {
  private var values = IntegerColumn()
  private var gradients = IntegerColumn()
  private var hessians = IntegerColumn()
  private var products = IntegerColumn()
  private var samples = IntegerColumn()

  init() {}

  public var startIndex: Int { 0 }
  public var endIndex: Int { values.endIndex }

  public subscript(i: Int) -> Counts {
    var counts = Counts()
    counts.values = values[i]
    counts.gradients = gradients[i]
    counts.hessians = hessians[i]
    counts.products = products[i]
    counts.samples = samples[i]
    return counts
  }

  mutating func append(_ counts: Counts) {
    values.append(counts.values)
    gradients.append(counts.gradients)
    hessians.append(counts.hessians)
    products.append(counts.products)
    samples.append(counts.samples)
  }
}
