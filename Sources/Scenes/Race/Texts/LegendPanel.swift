/// The table of entrants: marker, name and settings stay; f, ‖∇f‖, evaluations and state change, of
/// several runs the medians and how many have converged.
struct LegendPanel: RacePanel {
  let layout: LegendLayout
  let backdrop: [Mark]
  private let paths: [EntrantPaths]
  let columns: LegendColumns
  /// What is taken from f.
  private let minimum: Double

  private var theme: Theme { layout.theme }

  /// - Parameter axis: of the errors, whose values are shown.
  init(paths: [EntrantPaths], axis: ValueAxis, layout: LegendLayout) {
    self.paths = paths
    self.layout = layout
    minimum = axis.minimum ?? 0
    let columns = LegendColumns(
      layout: layout, valueTitle: axis.title, entrants: paths.map(\.entrant))
    self.columns = columns
    backdrop =
      layout.heads.flatMap(columns.head)
      + paths.enumerated().flatMap { columns.label($1.entrant, in: layout.cell($0)) }
  }

  func overlay(at clock: Int) -> [Element] {
    paths.enumerated().map { i, path in
      columns.status(
        path.entrant.numbers(at: clock, above: minimum) ?? ["", "", ""],
        state: columns.state(of: path, at: clock),
        in: layout.cell(i))
    }
  }
}
