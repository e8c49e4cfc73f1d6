/// Puts the panels of a race of clouds on the page.
struct CloudStage {
  let ground: RaceGround
  let race: Race
  let clouds: [RaceCloud]
  let style: RaceStyle
  let frame: RaceFrame
  let measuring: any TextMeasuring

  var panels: [any RacePanel] {
    let levels = ground.levels(style.contours)
    let bar = ColorBar(
      levels: levels, style: style.contours, theme: frame.theme, measuring: measuring)
    let layout = RaceLayout(race, frame: frame, barWidth: bar.width, measuring: measuring)
    let contours = ground.contours(at: levels, in: layout.map, style.contours)
    let legend = LegendLayout(area: layout.legend, count: clouds.count, theme: frame.theme)
    let table = CloudLegendPanel(clouds: clouds, layout: legend, measuring: measuring)
    return [
      CloudMapPanel(
        clouds: clouds, ground: ground, contours: contours, area: layout.map, theme: frame.theme,
        measuring: measuring),
      StillPanel(backdrop: bar.marks(beside: layout.map)),
      CloudChartPanel(
        race: race, clouds: clouds, area: layout.chart, theme: frame.theme, measuring: measuring),
      table,
      RaceFooter(
        ground: ground, race: race, notes: style.notes, above: table.columns, frame: frame,
        measuring: measuring),
    ]
  }
}
