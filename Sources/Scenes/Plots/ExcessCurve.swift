import Experiments
import Statistics

/// One run's values over the steps or gradients they took.
struct ExcessCurve: Sendable {
  let label: String
  let style: EntrantStyle
  /// Where in their interval markers begin, so that those of different curves do not meet.
  private let phase: Double
  let abscissas: [Int]
  let values: [Double]
  /// The quartiles where the curve is a median.
  private var quartiles: (lower: [Double], upper: [Double])?

  /// A logarithmic axis has no place for the start, at 0.
  init(
    _ trajectory: Trajectory, _ ordinate: ExcessPlot.Ordinate, label: String, index: Int,
    abscissa: ExcessPlot.Abscissa, isLogarithmicX: Bool
  ) {
    self.label = label
    style = EntrantStyle(index: index)
    phase = Double(index * 3 % 8) / 8
    let all = (0..<trajectory.count).map { abscissa.value(of: trajectory, at: $0) }
    let ordinates = ordinate.values(of: trajectory)
    let kept = all.indices.filter {
      (!isLogarithmicX || all[$0] > 0) && !(ordinate.isWatched && ordinates[$0].isNaN)
    }
    abscissas = kept.map { all[$0] }
    values = kept.map { ordinates[$0] }
  }

  /// The median of several runs, between their quartiles.
  init(
    medianOf runs: [Trajectory], _ ordinate: ExcessPlot.Ordinate, label: String, index: Int,
    abscissa: ExcessPlot.Abscissa, isLogarithmicX: Bool
  ) {
    self.label = label
    style = EntrantStyle(index: index)
    phase = Double(index * 3 % 8) / 8
    let band = RunBand(runs) { run, i in
      abscissa.value(of: run, at: i)
    } value: { run, i in
      ordinate.value(of: run, at: i)
    }
    let kept = band.clocks.indices.filter { !isLogarithmicX || band.clocks[$0] > 0 }
    abscissas = kept.map { band.clocks[$0] }
    values = kept.map { band.median[$0] }
    quartiles = (kept.map { band.lower[$0] }, kept.map { band.upper[$0] })
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
    let fill = style.color.mixed(with: theme.colors.paper, 0.8)
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
    let stroke = Stroke(style.color, width: theme.trail)
    let lines = runs.filter { $0.count > 1 }.map { Mark.polyline($0, stroke) }
    let markers = sparse(Array(runs.joined()), in: plot.area).map { point in
      Mark.marker(
        style.shape, at: point, size: theme.marker * 0.75, fill: style.color,
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
