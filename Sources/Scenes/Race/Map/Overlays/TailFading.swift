/// How trails fade where tails are shown: a thin pale line, and over its end, in parts, ever
/// stronger ones.
struct TailFading: Hashable, Sendable {
  /// An entrant's colour, and that into which it fades.
  let color: Color
  let halo: Color

  /// The parts of a tail.
  static let count = 4

  /// Clock values that tails last in a race of so many.
  static func length(last: Int) -> Int { max(8, last / 8) }

  /// A line's colour, and its width relative to that of a trail.
  struct Line: Hashable, Sendable {
    let color: Color
    let width: Double
  }

  /// What the tail leaves behind.
  var rest: Line { Line(color: color(0), width: 0.6) }

  /// Part i from the oldest, 1, to the latest, 4; 0 lies below them all.
  func part(_ i: Int) -> Line {
    let strength = Double(i) / Double(Self.count)
    return Line(color: color(strength), width: 0.7 + 0.4 * strength)
  }

  private func color(_ strength: Double) -> Color { color.mixed(with: halo, 0.45 * (1 - strength)) }
}
