import Specifications

/// auto, domain, fit, one range, -2:2, or two: -2:2,-1:3.
extension WindowRule: Spelled {
  /// - Throws: what was expected, where a word is unknown, or a range is not of two numbers, the
  ///   lower one first.
  public init(spelling text: String) throws(SpecificationError) {
    switch text {
    case "auto": self = .auto
    case "domain": self = .domain
    case "fit": self = .fit
    default:
      guard text.contains(":") else {
        throw .hint(for: text, among: ["auto", "domain", "fit", "x0:x1", "x0:x1,y0:y1"])
      }
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      let ranges = parts.compactMap(Self.range)
      guard ranges.count == parts.count, (1...2).contains(ranges.count) else {
        throw SpecificationError("expected x0:x1 or x0:x1,y0:y1 with x0 < x1 and y0 < y1")
      }
      self = ranges.count == 1 ? .strip(ranges[0]) : .fixed(Window(x: ranges[0], y: ranges[1]))
    }
  }

  public var spelling: String {
    switch self {
    case .auto: "auto"
    case .domain: "domain"
    case .fit: "fit"
    case .strip(let x): Self.spelling(x)
    case .fixed(let window): Self.spelling(window.x) + "," + Self.spelling(window.y)
    }
  }

  private static func spelling(_ range: ClosedRange<Double>) -> String {
    "\(NumberText.short(range.lowerBound)):\(NumberText.short(range.upperBound))"
  }

  private static func range(_ text: Substring) -> ClosedRange<Double>? {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1],
      low < high, (high - low).isFinite
    else { return nil }
    return low...high
  }
}
