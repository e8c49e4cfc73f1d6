import Experiments
import Specifications

/// steps; evaluations:gradients=2,hessians=10, with whole numbers from 0 to 1,000,000, not all 0.
extension RaceClock: Choice {
  /// Those without weights.
  public static var choices: [String] { Kind.allCases.map(\.rawValue) }

  /// Evaluations may have weights.
  public static var hasNoOthers: Bool { false }

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
      weights = try Weights(spelling: String(parts[1]))
    }
    self.init(kind, weights: weights)
  }
}
