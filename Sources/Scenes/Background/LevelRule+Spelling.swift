import Contours
import Specifications

/// 20, log, log:20 or the levels themselves: 1,2.5,10.
extension LevelRule: Spelled {
  private static let largestCount = 100

  /// - Throws: what was expected, where a spacing is unknown, a level is no finite number, or there
  ///   are not 1 to 100 of them.
  public init(spelling text: String) throws(SpecificationError) {
    if text.contains(",") || (Double(text) != nil && Int(text) == nil) {
      self = .fixed(try Self.levels(text))
      return
    }
    if Int(text) != nil {
      self = .spaced(.automatic, count: try Self.count(text))
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard let spacing = LevelSpacing(rawValue: String(parts[0])) else {
      throw .hint(for: text, among: LevelSpacing.allCases.map(\.rawValue))
    }
    let count = parts.count > 1 ? try Self.count(String(parts[1])) : Self.defaultCount
    self = .spaced(spacing, count: count)
  }

  public var spelling: String { description }

  private static func count(_ text: String) throws(SpecificationError) -> Int {
    guard let count = Int(text), (1...largestCount).contains(count) else {
      throw SpecificationError("expected 1 to \(largestCount) levels")
    }
    return count
  }

  private static func levels(_ text: String) throws(SpecificationError) -> [Double] {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    var levels: [Double] = []
    for part in parts {
      guard let level = Double(part), level.isFinite else {
        throw SpecificationError(
          "'\(part)' is no finite number; expected levels as in 0.1,1,10")
      }
      levels.append(level)
    }
    guard levels.count <= largestCount else {
      throw SpecificationError("expected at most \(largestCount) levels, not \(levels.count)")
    }
    return levels
  }
}
