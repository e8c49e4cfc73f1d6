import Contours
import Experiments

/// A chart of a race before there are pixels: its axis, and what is drawn of every run.
struct ChartPlan: Sendable {
  let chart: RaceChart
  let axis: ValueAxis
  /// The names of the lines that any run has, in order; several where a run has several.
  let lines: [String]
  let guides: [GuideCurve]
  /// The first clock at which there is anything to draw; 0 for nothing.
  let first: Int
  /// min f where it is known.
  private let minimum: Double?

  var quantity: ChartQuantity { chart.quantity }

  /// - Parameters:
  ///   - others: what else the axis is to show.
  ///   - groups: the entrants' runs.
  ///   - last: where the clock stops.
  ///   - entries: those of a run that count for the axis: divergers would leave no room for others.
  init(
    _ chart: RaceChart, guides: [ChartGuide] = [], beside others: [Double] = [],
    of groups: [[Trajectory]], minimum: Double?, clock: RaceClock, until last: Int = .max,
    entries: (Trajectory) -> [Int] = { Array(0..<$0.count) }
  ) {
    (self.chart, self.minimum) = (chart, minimum)
    let all = groups.map { $0.map { chart.quantity.lines($0, minimum) } }
    let names = all.joined().joined().map(\.name)
    let lines = names.indices.filter { names.firstIndex(of: names[$0]) == $0 }.map { names[$0] }
    self.lines = lines
    let choice = ShownValues(quantity: chart.quantity, clock: clock, last: last)
    let shown = zip(groups, all).flatMap { runs, lines in
      choice.values(of: runs, lines, at: entries)
    }
    first =
      zip(groups.joined(), all.joined()).flatMap { run, lines in
        lines.compactMap { $0.values.firstIndex(where: \.isFinite) }
          .map { clock.value(of: run, at: $0) }
      }.min() ?? 0
    let starts = all.joined().joined().compactMap { $0.values.first(where: \.isFinite) }
    let start = starts.filter { $0 <= shown.max() ?? 0 }.max() ?? 1
    self.guides = guides.map { GuideCurve($0, from: start) }
    let levels = self.guides.filter(\.isLevel).map(\.start)
    let title = Self.title(chart.quantity.title, lines)
    axis = ValueAxis(
      values: shown + levels + others, scale: chart.scale ?? chart.quantity.scale, title: title,
      isHeight: chart.quantity.traits.contains(.ofHeight))
  }

  /// "ε/√s: x₁, pale x₂": the first line is drawn in the entrant's colour, others in paler ones.
  private static func title(_ title: String, _ lines: [String]) -> String {
    guard lines.count > 1 else { return title }
    return "\(title): \(lines[0]), pale " + lines.dropFirst().joined(separator: ", ")
  }

  /// What a run has of a line; NaN at all entries where it has nothing.
  func values(of run: Trajectory, line: Int) -> [Double] {
    quantity.lines(run, minimum).first { $0.name == lines[line] }?.values
      ?? Array(repeating: .nan, count: run.count)
  }

  /// Whether any of some runs has a line.
  func isKnown(_ line: Int, of runs: [Trajectory]) -> Bool {
    runs.contains { values(of: $0, line: line).contains(where: \.isFinite) }
  }

  /// How far the colour of a line is mixed with that of the page.
  static func paleness(_ line: Int) -> Double {
    line == 0 ? 0 : min(0.1 + 0.25 * Double(line), 0.75)
  }

  /// What is drawn of a median or quartile; nil where there is nothing. Infinite heights, of runs
  /// that have failed, lie at the upper edge.
  func medianOrdinate(_ value: Double) -> Double? {
    if quantity.traits.contains(.ofHeight) { return axis.ordinate(value) ?? axis.domain.upperBound }
    return axis.ordinate(value)
  }

  func plot(_ time: ClockAxis, in area: Rect) -> Plot { axis.plot(time, in: area) }
}

// MARK: - Of a race

extension ChartPlan {
  /// The charts of a race, from above to below; the guides belong to the first.
  static func list(
    _ groups: [[Trajectory]], _ race: Race, on landscape: Landscape, style: RaceStyle
  ) -> [ChartPlan] {
    style.allCharts(minimum: landscape.minimum).enumerated().map { i, chart in
      ChartPlan(
        chart, guides: i == 0 ? style.guides : [], of: groups, minimum: landscape.minimum,
        clock: style.clock, until: race.last, entries: race.shown.entries)
    }
  }
}

extension RaceStyle {
  /// With the usual chart where none is wanted, and that of the rates where an overlay asks for it.
  func allCharts(minimum: Double?) -> [RaceChart] {
    let usual = charts.isEmpty ? [RaceChart(.usual(minimum: minimum))] : charts
    guard overlays.contains(.rate), !usual.contains(where: { $0.quantity == .rate }) else {
      return usual
    }
    return usual + [RaceChart(.rate)]
  }

  /// How many charts somebody asked for, the last ones of all.
  var askedCharts: Int { allCharts(minimum: nil).count - (charts.isEmpty ? 1 : 0) }
}

/// A guide of a chart, which begins where the highest curve does: start · k^−power · factorᵏ.
struct GuideCurve: Hashable, Sendable {
  /// "∝ 1/k²", "10⁻⁶".
  let label: String
  let start: Double
  private(set) var power = 0.0
  private(set) var factor = 1.0

  var isLevel: Bool { power == 0 && factor == 1 }

  /// - Parameter start: the highest of the curves' first values.
  init(_ guide: ChartGuide, from start: Double) {
    switch guide {
    case .power(let p): (label, self.start, power) = (Self.label(power: p), start, p)
    case .factor(let q): (label, self.start, factor) = ("∝ \(q.digits)ᵏ", start, q)
    case .level(let value): (label, self.start) = (NumberLabel.level(value, digits: 4), value)
    }
  }

  private static func label(power p: Double) -> String {
    if p == 1 { return "∝ 1/k" }
    let isWhole = p == p.rounded()
    return isWhole ? "∝ 1/k" + NumberLabel.superscript(Int(clamping: p)) : "∝ 1/k^\(p.digits)"
  }

  /// The first k from which it is drawn.
  var first: Double { power > 0 ? 1 : 0 }

  func value(at k: Double) -> Double {
    start * (power > 0 ? Double.pow(k, -power) : 1) * Double.pow(factor, k)
  }
}
