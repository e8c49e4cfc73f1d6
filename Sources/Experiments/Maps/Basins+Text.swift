import Foundation

extension Basins {
  /// The share of the starts that have an end, `nowhere` or `diverged`, in percent: "25.1 %". What
  /// is less than a tenth of a percent is not told to be none, and what is not all not to be so.
  public func shareText(of end: Int) -> String {
    let (part, whole) = (starts(at: end), cells.count)
    if part == 0 { return "0 %" }
    if part == whole { return "100 %" }
    let percent = 100 * Double(part) / Double(whole)
    if percent < 0.1 { return "< 0.1 %" }
    if percent > 99.9 { return "> 99.9 %" }
    return String(format: "%.1f %%", percent)
  }
}
