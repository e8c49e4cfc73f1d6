/// The table of clouds: medians of f, ‖∇f‖ and evaluations, and how many runs have converged.
struct CloudLegendPanel: RacePanel {
  let backdrop: [Mark]
  private let clouds: [RaceCloud]
  private let layout: LegendLayout
  let columns: LegendColumns

  init(clouds: [RaceCloud], layout: LegendLayout, measuring: any TextMeasuring) {
    let columns = LegendColumns(
      layout: layout, ends: clouds.map(\.longestState), measuring: measuring)
    self.clouds = clouds
    self.layout = layout
    self.columns = columns
    backdrop =
      layout.heads.flatMap(columns.head)
      + clouds.enumerated().flatMap { columns.label($1.entrants[0], in: layout.cell($0)) }
  }

  func overlay(at clock: Int) -> [Element] {
    clouds.enumerated().map { i, cloud in
      let value = cloud.median(at: clock) { $0.values[$1] }
      let norm = cloud.median(at: clock) { $0.gradientNorms[$1] }
      let evaluations = cloud.median(at: clock) { Double($0.evaluations[$1]) }
      let texts = [
        value.map { NumberLabel.changing($0) } ?? "",
        norm.map { NumberLabel.changing($0, digits: 2) } ?? "",
        evaluations.map { NumberLabel.value($0) } ?? "",
      ]
      return columns.status(texts, state: cloud.state(at: clock), in: layout.cell(i))
    }
  }
}
