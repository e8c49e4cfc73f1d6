import Experiments

/// Who races where: what the layout needs to know before there are pixels.
struct Race: Sendable {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let clock: RaceFilm.RaceClock
  let axis: ValueAxis
  /// The largest clock value of all entrants.
  let last: Int
  let count: Int
  /// What is known about the start and the seed, if it is the same for all.
  let setting: String

  init(
    trajectories: [Trajectory], x: ClosedRange<Double>, y: ClosedRange<Double>, minimum: Double?,
    clock: RaceFilm.RaceClock
  ) {
    self.x = x
    self.y = y
    self.clock = clock
    count = trajectories.count
    last =
      trajectories.filter { $0.count > 0 }
      .map { clock.value(of: $0, at: $0.count - 1) }.max() ?? 0
    let visible = trajectories.flatMap { trajectory in
      (0..<trajectory.count).filter { i in
        x.contains(trajectory.coordinates[2 * i]) && y.contains(trajectory.coordinates[2 * i + 1])
      }.map { trajectory.values[$0] }
    }
    axis = ValueAxis(values: visible, minimum: minimum)
    setting = Self.setting(trajectories)
  }

  func contour(in area: Rect) -> Plot { Plot(area: area, x: x, y: y) }

  func chart(in area: Rect) -> Plot {
    Plot(
      area: area, x: 0...Double(max(last, 1)), y: axis.domain,
      isLogarithmicY: axis.isLogarithmic)
  }

  /// "start (−1.2, 1) · seed 0".
  private static func setting(_ trajectories: [Trajectory]) -> String {
    let starts = Set(trajectories.filter { $0.count > 0 }.map { $0.point(0) })
    let seeds = Set(trajectories.map(\.seed))
    var parts: [String] = []
    if starts.count == 1, let start = starts.first {
      parts.append("start (" + start.map { NumberLabel.value($0) }.joined(separator: ", ") + ")")
    }
    if seeds.count == 1, let seed = seeds.first { parts.append("seed \(seed)") }
    return parts.joined(separator: " · ")
  }
}

extension RaceLayout {
  /// Tick labels are measured on provisional plots of about the right extent.
  init(_ race: Race, size: PixelSize, theme: Theme, measuring: any TextMeasuring) {
    let whole = size.rect
    func width(_ plot: Plot) -> Double {
      AxisFrame(plot: plot, theme: theme, measuring: measuring).widestLabel
    }
    let half = Rect(x: 0, y: 0, width: whole.width / 2, height: whole.height / 2)
    let labels = LabelWidths(
      contour: max(width(race.contour(in: whole)), width(race.contour(in: half))),
      chart: max(width(race.chart(in: whole)), width(race.chart(in: half))))
    let isStacked = whole.width < 1.15 * whole.height
    let legendWidth = whole.width * (isStacked ? 1 : 0.4)
    let columns = LegendLayout.columns(count: race.count, width: legendWidth, theme: theme)
    let height = LegendLayout.wantedHeight(count: race.count, columns: columns, theme: theme)
    self.init(size: size, theme: theme, labels: labels, legendHeight: height)
  }
}
