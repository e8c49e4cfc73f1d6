import Experiments
import Specifications

/// steps; evaluations:gradients=2,hessians=10, with whole numbers from 0 to 1,000,000, not all 0.
extension RaceClock: Choice {
  /// Those without weights.
  public static var choices: [String] { Kind.allCases.map(\.rawValue) }

  public var spelling: String { rawValue }

  /// - Throws: what was expected, where the clock or a weight is unknown, a clock other than
  ///   evaluations has weights, or all of them are 0.
  public init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = Kind(rawValue: String(parts[0])) else {
      throw .hint(for: String(parts[0]), among: Self.choices)
    }
    var weights = Weights()
    if parts.count == 2 {
      guard kind == .evaluations else {
        throw SpecificationError("\(kind.rawValue) have no weights; expected evaluations:...")
      }
      for entry in parts[1].split(separator: ",", omittingEmptySubsequences: false) {
        let (query, weight) = try Self.weight(entry)
        weights[query] = weight
      }
    }
    guard Query.evaluations.contains(where: { weights[$0] > 0 }) else {
      throw SpecificationError("no weight is above 0; expected one")
    }
    self.init(kind, weights: weights)
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
      throw .unknown("weight", pair[0], among: Weights.names)
    }
    guard let weight = Int(pair[1]), Weights.range.contains(weight) else {
      let (low, high) = (Weights.range.lowerBound, Weights.range.upperBound)
      throw SpecificationError(
        "the weight '\(pair[1])' of \(pair[0]) is none; expected a whole number from \(low) to "
          + "\(high)")
    }
    return (query, weight)
  }
}
