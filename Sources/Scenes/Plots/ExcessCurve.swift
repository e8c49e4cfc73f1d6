import Experiments
import Statistics

/// One run's values over the steps or gradients they took.
struct ExcessCurve: Sendable {
  let label: String
  let style: EntrantStyle
  let color: Color
  /// Where in their interval markers begin, so that those of different curves do not meet.
  private let phase: Double
  let abscissas: [Int]
  let values: [Double]
  /// The quartiles where the curve is a median.
  private var quartiles: (lower: [Double], upper: [Double])?

  /// What a plan shows of a run, or the median of several between their quartiles. It begins where
  /// anything is known; a logarithmic axis has no place for the start, at 0.
  ///
  /// - Parameters:
  ///   - line: among the plan's.
  ///   - name: what the group is called.
  ///   - phase: its number.
  init(
    _ runs: [Trajectory], _ plan: ChartPlan, line: Int, name: String, style: EntrantStyle,
    paper: Color, phase: Int, abscissa: ExcessPlot.Abscissa, isLogarithmicX: Bool
  ) {
    let part = plan.lines[line]
    label = plan.lines.count > 1 ? "\(name), \(part)" : name
    self.style = style
    color = style.color.mixed(with: paper, ChartPlan.paleness(line))
    self.phase = Double(phase * 3 % 8) / 8
    let isWatched = WatchedFigure(rawValue: plan.quantity.name) != nil
    guard runs.count > 1 else {
      let values = plan.values(of: runs[0], line: line)
      let all = (0..<runs[0].count).map { abscissa.value(of: runs[0], at: $0) }
      let first = values.firstIndex(where: \.isFinite) ?? values.count
      let kept = all.indices.filter {
        $0 >= first && (!isLogarithmicX || all[$0] > 0) && !(isWatched && values[$0].isNaN)
      }
      (abscissas, self.values) = (kept.map { all[$0] }, kept.map { values[$0] })
      return
    }
    let band = RunBand(
      runs.map { run in
        let values = plan.values(of: run, line: line)
        return RunBand.Run(
          clocks: (0..<run.count).map { abscissa.value(of: run, at: $0) },
          values: isWatched ? Self.latest(values) : values, isBroken: run.isBroken)
      })
    let kept = band.clocks.indices.filter {
      (!isLogarithmicX || band.clocks[$0] > 0) && plan.medianOrdinate(band.median[$0]) != nil
    }
    abscissas = kept.map { band.clocks[$0] }
    values = kept.map { band.median[$0] }
    quartiles = (kept.map { band.lower[$0] }, kept.map { band.upper[$0] })
  }

  /// What only some entries have, at each the latest.
  private static func latest(_ values: [Double]) -> [Double] {
    var latest = Double.nan
    return values.map { value in
      if !value.isNaN { latest = value }
      return latest
    }
  }

  /// The area between the quartiles; what is infinite lies at the upper edge.
  func band(on plot: Plot, axis: ValueAxis, theme: Theme) -> [Mark] {
    guard let quartiles else { return [] }
    func side(_ values: [Double]) -> [Point] {
      zip(abscissas, values).compactMap { abscissa, value in
        let ordinate = axis.ordinate(value) ?? axis.domain.upperBound
        return plot.point(Double(abscissa), ordinate)
      }
    }
    let corners = side(quartiles.upper) + side(quartiles.lower).reversed()
    let fill = color.mixed(with: theme.colors.paper, 0.8)
    return [.clipped(plot.area, [.polygon(corners, fill: fill, stroke: nil)])]
  }

  private func trail(on plot: Plot, axis: ValueAxis) -> Trail {
    let line = zip(abscissas, values).map { abscissa, value in
      let ordinate = axis.ordinate(value)
      return (point: ordinate.flatMap { plot.point(Double(abscissa), $0) }, clock: abscissa)
    }
    return Trail(CurveThinning.thin(line), within: plot.area, spacing: 0.5)
  }

  /// Where the curve ends in the plot.
  func end(on plot: Plot, axis: ValueAxis) -> Point? {
    trail(on: plot, axis: axis).runs.last?.last?.point
  }

  /// The line, and markers at wide intervals along x and at the end.
  func marks(on plot: Plot, axis: ValueAxis, theme: Theme) -> [Mark] {
    let runs = trail(on: plot, axis: axis).runs.map { $0.map(\.point) }
    let stroke = Stroke(color, width: theme.trail)
    let lines = runs.filter { $0.count > 1 }.map { Mark.polyline($0, stroke) }
    let markers = sparse(Array(runs.joined()), in: plot.area).map { point in
      Mark.marker(
        style.shape, at: point, size: theme.marker * 0.75, fill: color,
        halo: theme.colors.halo)
    }
    return [.clipped(plot.area, lines)] + markers
  }

  private func sparse(_ points: [Point], in area: Rect) -> [Point] {
    guard let end = points.last else { return [] }
    let spacing = area.width / 6
    var next = area.x + spacing * (0.2 + phase)
    var kept: [Point] = []
    for point in points where point.x >= next && point.x < end.x - spacing / 5 {
      kept.append(point)
      next += spacing * (((point.x - next) / spacing).rounded(.down) + 1)
    }
    return kept + [end]
  }
}
