import Specifications

extension RaceClock: Choice {
  /// Those without weights.
  public static var choices: [String] { Kind.allCases.map(\.rawValue) }

  public var spelling: String { rawValue }

  public init(spelling text: String) throws(SpecificationError) {
    guard let clock = Self(rawValue: text) else { throw Self.fault(of: text) }
    self = clock
  }

  /// What is wrong with a text that is no clock.
  private static func fault(of text: String) -> SpecificationError {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let kind = Kind(rawValue: String(parts[0])) else {
      return .hint(for: String(parts[0]), among: choices)
    }
    guard kind == .evaluations, parts.count == 2 else {
      return SpecificationError("\(kind.rawValue) have no weights; expected evaluations:...")
    }
    let entries = parts[1].split(separator: ",", omittingEmptySubsequences: false)
    return entries.lazy.compactMap(fault(ofWeight:)).first
      ?? SpecificationError("no weight is above 0; expected one")
  }

  /// What is wrong with "gradients=2"; nil for nothing.
  private static func fault(ofWeight entry: Substring) -> SpecificationError? {
    let pair = entry.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard pair.count == 2 else {
      return SpecificationError("'\(entry)' is no weight; expected one as in gradients=2")
    }
    guard Weights.names.contains(pair[0]) else {
      return .unknown("weight", pair[0], among: Weights.names)
    }
    guard let weight = Int(pair[1]), Weights.range.contains(weight) else {
      let (low, high) = (Weights.range.lowerBound, Weights.range.upperBound)
      return SpecificationError(
        "the weight '\(pair[1])' of \(pair[0]) is none; expected a whole number from \(low) to "
          + "\(high)")
    }
    return nil
  }
}
