/// The table of entrants: marker, name and settings stay; f, ‖∇f‖, evaluations and state change, of
/// several runs the medians and how many have converged. Where the map is a slice, f on it and the
/// distance from it come after f, and instead of the others where there is little room.
struct LegendPanel: RacePanel {
  let layout: LegendLayout
  let backdrop: [Mark]
  private let paths: [EntrantPaths]
  let columns: LegendColumns
  /// What is taken from f.
  private let minimum: Double
  private let slice: RaceSlice?

  private var theme: Theme { layout.theme }

  /// - Parameters:
  ///   - axis: of the errors, whose values are shown.
  ///   - slice: nil where the map is no slice.
  init(
    paths: [EntrantPaths], axis: ValueAxis, slice: RaceSlice? = nil, layout: LegendLayout
  ) {
    self.paths = paths
    self.slice = slice
    self.layout = layout
    minimum = axis.minimum ?? 0
    let columns = LegendColumns(
      layout: layout, valueTitle: axis.title, beside: slice?.columns ?? [],
      entrants: paths.map(\.entrant))
    self.columns = columns
    backdrop =
      layout.heads.flatMap(columns.head)
      + paths.enumerated().flatMap { columns.label($1.entrant, in: layout.cell($0)) }
  }

  func overlay(at clock: Int) -> [Element] {
    paths.enumerated().map { i, path in
      columns.status(
        numbers(of: path.entrant, at: clock), state: columns.state(of: path, at: clock),
        in: layout.cell(i))
    }
  }

  /// In the order of the columns, which may end before the last.
  private func numbers(of entrant: RaceEntrant, at clock: Int) -> [String] {
    guard let numbers = entrant.numbers(at: clock, above: minimum) else { return [] }
    let beside = slice?.numbers(of: entrant, at: clock, above: minimum) ?? []
    return numbers.prefix(1) + beside + numbers.dropFirst()
  }
}
