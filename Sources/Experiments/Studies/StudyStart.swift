import LinearAlgebra
import Objectives
import Specifications

/// Where a run of a study starts.
public enum StudyStart: Hashable, Sendable {
  /// The function's usual start.
  case standard
  /// Ten times the usual start, as Moré, Garbow and Hillstrom do; where that is 0, the same.
  case tenfold
  /// The point of a number, from 1 on, among those that are drawn evenly from the domain with a
  /// seed; a study draws with its plan's where that is 0.
  case random(Int, seed: UInt64 = 0)
  /// Where somebody else's run began.
  case elsewhere

  /// The start itself; nil where only the run tells it. What is drawn does not depend on how
  /// many there are.
  public func point(of function: any TestFunction) -> Vector? {
    switch self {
    case .standard: return function.start
    case .tenfold: return function.start.map { 10 * $0 }
    case .random(let number, let seed):
      var stream = RandomStream(seed: seed, stream: UInt64(number))
      return function.domain.map { range in
        let share = stream.uniform()
        return range.lowerBound * (1 - share) + range.upperBound * share
      }
    case .elsewhere: return nil
    }
  }

  /// This, drawn with a seed where it has none of its own.
  func drawn(seed: UInt64) -> StudyStart {
    if case .random(let number, seed: 0) = self { .random(number, seed: seed) } else { self }
  }
}

/// "standard", "10x", "random-3", with another seed than 0 "random-3@7", "elsewhere".
extension StudyStart: Spelled {
  /// - Throws: what was expected, where the text names no start.
  public init(spelling text: String) throws(SpecificationError) {
    let named: [Self] = [.standard, .tenfold, .elsewhere]
    if let start = named.first(where: { $0.spelling == text }) {
      self = start
    } else if let start = Self.random(text) {
      self = start
    } else {
      throw .hint(for: text, among: named.map(\.spelling), expected: "standard, 10x or random-1")
    }
  }

  private static func random(_ text: String) -> StudyStart? {
    guard text.hasPrefix("random-") else { return nil }
    let parts = text.dropFirst("random-".count).split(
      separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard let number: Int = NumberText.parseWhole(String(parts[0])), number >= 1 else { return nil }
    guard parts.count == 2 else { return .random(number) }
    return NumberText.parseWhole(String(parts[1])).map { .random(number, seed: $0) }
  }

  public var spelling: String {
    switch self {
    case .standard: "standard"
    case .tenfold: "10x"
    case .random(let number, let seed): "random-\(number)" + (seed == 0 ? "" : "@\(seed)")
    case .elsewhere: "elsewhere"
    }
  }
}
