import Experiments

/// The colours of a basin map: a hue for each end, lighter where fewer steps lead there.
///
/// Each shade has as many starts, so that maps of few steps and of many show as much.
struct BasinColors {
  /// Apart from each other in hue and, where two are near in it, in lightness, also as the
  /// colour-blind see them.
  private static let hues = [
    Color(0x2368C4), Color(0xE08A1E), Color(0x2E9E6B), Color(0xC2478F), Color(0x1FA3B8),
    Color(0xB5A51C), Color(0xC8452F), Color(0x7B56C0), Color(0x8C6239), Color(0x6F8F2F),
  ]
  /// Beyond these an end has the colour of one before it.
  static var count: Int { hues.count }

  /// For each number of steps the share of the starts with an end that took fewer, half of those
  /// that took as many counted in.
  private let shares: [Double]
  /// The fewest steps that led to an end, their median and the most; nil where there is none.
  let told: [Int]?

  init(_ basins: Basins) {
    let steps = basins.cells.filter { $0.end >= 0 }.map(\.steps).sorted()
    var counts = [Int](repeating: 0, count: (steps.last ?? 0) + 1)
    for step in steps { counts[step] += 1 }
    var before = 0
    shares = counts.map { count in
      defer { before += count }
      return (Double(before) + Double(count) / 2) / Double(max(steps.count, 1))
    }
    told = steps.isEmpty ? nil : [steps[0], steps[steps.count / 2], steps[steps.count - 1]]
  }

  static let nowhere = Color(0xA3A3A3)
  static let diverged = Color(0x161616)

  /// So few colours in all that a PNG file has a palette of them.
  static let shades = 22

  func color(end: Int, steps: Int) -> Color {
    switch end {
    case 0...: Self.shade(end, shares[steps])
    case -1: Self.nowhere
    default: Self.diverged
    }
  }

  /// A colour of an end, from the lightest at 0 to the darkest at 1.
  static func shade(_ end: Int, _ share: Double) -> Color {
    let step = (min(max(share, 0), 1) * Double(shades - 1)).rounded() / Double(shades - 1)
    let hue = hues[end % hues.count]
    return step < 0.5
      ? hue.mixed(with: Color(0xFFFFFF), 0.68 * (1 - 2 * step))
      : hue.mixed(with: Color(0x000000), 0.62 * (2 * step - 1))
  }
}
