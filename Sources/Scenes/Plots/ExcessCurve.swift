import Experiments

/// One run's values over the steps or gradients they took.
struct ExcessCurve: Sendable {
  let title: String
  let style: EntrantStyle
  let abscissas: [Int]
  let values: [Double]

  /// A logarithmic axis has no place for the start, at 0.
  init(
    _ trajectory: Trajectory, index: Int, abscissa: ExcessPlot.Abscissa, isLogarithmicX: Bool
  ) {
    title = trajectory.title
    style = EntrantStyle(index: index)
    let all = (0..<trajectory.count).map { i in
      abscissa == .steps ? trajectory.steps[i] : trajectory.cumulated[i].gradients
    }
    let kept = all.indices.filter { !isLogarithmicX || all[$0] > 0 }
    abscissas = kept.map { all[$0] }
    values = kept.map { trajectory.values[$0] }
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

  /// The line, and markers at wide intervals along x.
  func marks(on plot: Plot, axis: ValueAxis, theme: Theme) -> [Mark] {
    let runs = trail(on: plot, axis: axis).runs.map { $0.map(\.point) }
    let stroke = Stroke(style.color, width: theme.trail)
    let lines = runs.filter { $0.count > 1 }.map { Mark.polyline($0, stroke) }
    let markers = sparse(runs.joined(), spacing: plot.area.width / 7, theme: theme).map { point in
      Mark.marker(
        style.shape, at: point, size: theme.marker * 0.75, fill: style.color, halo: Theme.halo)
    }
    return [.clipped(plot.area, lines)] + markers
  }

  private func sparse(
    _ points: some Sequence<Point>, spacing: Double, theme: Theme
  ) -> [Point] {
    var kept: [Point] = []
    for point in points {
      if let last = kept.last, point.x - last.x < spacing { continue }
      kept.append(point)
    }
    return kept
  }
}
