import Scenes
import Specifications

extension WindowRule {
  /// Reads "domain", "fit" or two ranges: "-2:2,-1:3".
  init(parsing text: String) throws(SpecificationError) {
    switch text {
    case "domain": self = .domain
    case "fit": self = .fit
    default:
      guard text.contains(":") else {
        throw .unknown("window", text, among: ["domain", "fit", "x0:x1,y0:y1"])
      }
      let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count == 2, let x = Self.range(parts[0]), let y = Self.range(parts[1]) else {
        throw SpecificationError(
          "--window '\(text)' is no window; expected x0:x1,y0:y1 with x0 < x1 and y0 < y1")
      }
      self = .fixed(Window(x: x, y: y))
    }
  }

  private static func range(_ text: Substring) -> ClosedRange<Double>? {
    let ends = text.split(separator: ":", omittingEmptySubsequences: false).map { Double($0) }
    guard ends.count == 2, let low = ends[0], let high = ends[1],
      low < high, (high - low).isFinite
    else { return nil }
    return low...high
  }
}
