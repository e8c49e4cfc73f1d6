import LinearAlgebra
import Objectives
import Specifications

/// Where a run of a study starts.
public enum StudyStart: Hashable, Sendable {
  /// The function's usual start.
  case standard
  /// Ten times the usual start, as Moré, Garbow and Hillstrom do; where that is 0, the same.
  case tenfold
  /// The point of a number, from 1 on, among those that are drawn evenly from the domain.
  case random(Int)
  /// Where somebody else's run began.
  case elsewhere

  /// The start itself; nil where only the run tells it.
  ///
  /// - Parameter seed: of points that are drawn; a point does not depend on how many there are.
  public func point(of function: any TestFunction, seed: UInt64) -> Vector? {
    switch self {
    case .standard: return function.start
    case .tenfold: return function.start.map { 10 * $0 }
    case .random(let number):
      var stream = RandomStream(seed: seed, stream: UInt64(number))
      return function.domain.map { range in
        let share = stream.uniform()
        return range.lowerBound * (1 - share) + range.upperBound * share
      }
    case .elsewhere: return nil
    }
  }
}

/// "standard", "10x", "random-3", "elsewhere".
extension StudyStart: Spelled {
  /// - Throws: what was expected, where the text names no start.
  public init(spelling text: String) throws(SpecificationError) {
    let named: [Self] = [.standard, .tenfold, .elsewhere]
    if let start = named.first(where: { $0.spelling == text }) {
      self = start
    } else if text.hasPrefix("random-"),
      let number: Int = NumberText.parseWhole(
        String(text.dropFirst("random-".count))), number >= 1
    {
      self = .random(number)
    } else {
      throw .hint(for: text, among: named.map(\.spelling), expected: "standard, 10x or random-1")
    }
  }

  public var spelling: String {
    switch self {
    case .standard: "standard"
    case .tenfold: "10x"
    case .random(let number): "random-\(number)"
    case .elsewhere: "elsewhere"
    }
  }
}
