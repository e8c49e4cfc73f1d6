import Specifications

/// How many evaluations a query of each kind counts as; 1 unless told.
public struct QueryWeights: Hashable, Sendable {
  private var weights = PerQuery(repeating: usual)

  /// Each query is one evaluation.
  public init() {}

  /// From `range`. Only the kinds among `names` count: samples cost nothing of their own.
  public subscript(query: Query) -> Int {
    get { weights[query] }
    set { weights[query] = newValue }
  }

  /// What weights there are.
  public static let names = Query.evaluations.map(\.rawValue)
  /// What each may be, if not all are 0.
  public static let range = 0...1_000_000
  private static let usual = 1
}

/// gradients=2,hessians=10: whole numbers from 0 to 1,000,000, not all 0; a kind that is not told
/// counts 1.
extension QueryWeights: Spelled {
  /// Those that are not 1; "values=1" where all are.
  public var spelling: String {
    let told = Query.evaluations.filter { weights[$0] != Self.usual }
    return (told.isEmpty ? [.values] : told).map { "\($0.rawValue)=\(weights[$0])" }
      .joined(separator: ",")
  }

  /// - Throws: what was expected, where a kind or a weight is unknown, or all are 0.
  public init(spelling text: String) throws(SpecificationError) {
    self.init()
    for entry in text.split(separator: ",", omittingEmptySubsequences: false) {
      let (query, weight) = try Self.weight(entry)
      self[query] = weight
    }
    guard Query.evaluations.contains(where: { self[$0] > 0 }) else {
      throw SpecificationError("no weight is above 0; expected one")
    }
  }

  /// "gradients=2".
  private static func weight(
    _ entry: Substring
  ) throws(SpecificationError) -> (query: Query, weight: Int) {
    let pair = entry.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard pair.count == 2 else {
      throw SpecificationError("'\(entry)' is no weight; expected one as in gradients=2")
    }
    guard let query = Query.evaluations.first(where: { $0.rawValue == pair[0] }) else {
      throw .unknown("weight", pair[0], among: names)
    }
    guard let weight = Int(pair[1]), range.contains(weight) else {
      let (low, high) = (range.lowerBound, range.upperBound)
      throw SpecificationError(
        "the weight '\(pair[1])' of \(pair[0]) is none; expected a whole number from \(low) to "
          + "\(high)")
    }
    return (query, weight)
  }
}
