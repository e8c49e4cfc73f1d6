import ArgumentParser
import DescentKit

/// How a measurement's plots are drawn.
struct PlotOptions: ParsableArguments {
  @Option(PlotSettings.chart) var charts: [RaceChart]?
  @Option(PlotSettings.guide) var guides: [ChartGuide]?
  @Option(PlotSettings.theme) var theme: ThemeColors?
  @Option(PlotSettings.size) var size: PixelSize?
  @Option(PlotSettings.title) var title: String?
  @Option(PlotSettings.label) var labels: [DrawingRequest.Look<String>]
  @Option(PlotSettings.color) var colors: [DrawingRequest.Look<Color>]

  /// All but the formats of files.
  var request: PlotRequest {
    var request = PlotRequest()
    (request.charts, request.guides) = (charts, guides)
    (request.theme, request.size, request.title) = (theme, size, title)
    request.labels = labels.isEmpty ? nil : labels
    request.colors = colors.isEmpty ? nil : colors
    return request
  }
}
