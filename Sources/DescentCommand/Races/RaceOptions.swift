import ArgumentParser
import DescentKit

/// How a race is drawn.
struct RaceOptions: ParsableArguments {
  @Option(DrawingSettings.clock) var clock: RaceClock?
  @Option(DrawingSettings.size) var size: PixelSize?
  @Option(DrawingSettings.scale) var scale: Double?
  @Option(DrawingSettings.layout) var layout: RaceStyle.Layout?
  @Option(DrawingSettings.theme) var theme: ThemeColors?
  @Option(DrawingSettings.plane) var plane: PlaneRule?
  @Option(DrawingSettings.overlay) var overlays: [[RaceOverlay]]
  @Option(DrawingSettings.chart) var charts: [RaceChart]?
  @Option(DrawingSettings.guide) var guides: [ChartGuide]?
  @Option(DrawingSettings.levels) var levels: LevelRule?
  @Option(DrawingSettings.palette) var palette: ColorRamp?
  @Option(DrawingSettings.background) var background: DrawingRequest.Background?
  @Option(DrawingSettings.window) var window: WindowRule?
  @Option(DrawingSettings.aspect) var aspect: MapAspect?
  @Option(DrawingSettings.label) var labels: [DrawingRequest.Look<String>]
  @Option(DrawingSettings.color) var colors: [DrawingRequest.Look<Color>]
  @Option(DrawingSettings.title) var title: String?
  @Option(DrawingSettings.subtitle) var subtitle: String?
  @Option(DrawingSettings.footer) var footer: String?
  @Option(DrawingSettings.note) var timedNotes: [TimedNote]
  @Option(DrawingSettings.fps) var fps: Int?
  @Option(DrawingSettings.frames) var frames: Int?
  @Option(DrawingSettings.duration) var duration: Double?
  @Option(DrawingSettings.format) var formats: [RaceFormat]?
  @Option(DrawingSettings.still) var still: StillMoment?
  @Option(DrawingSettings.width) var width: Double?
  @Option(DrawingSettings.encoder) var encoder: FilmEncoder?
  @Option(DrawingSettings.jobs) var jobs: Int?

  var request: DrawingRequest {
    var request = DrawingRequest()
    (request.clock, request.size, request.scale) = (clock, size, scale)
    (request.layout, request.theme, request.plane) = (layout, theme, plane)
    request.overlays = overlays.isEmpty ? nil : overlays.flatMap { $0 }
    (request.charts, request.guides) = (charts, guides)
    (request.levels, request.palette, request.background) = (levels, palette, background)
    (request.window, request.aspect) = (window, aspect)
    request.labels = labels.isEmpty ? nil : labels
    request.colors = colors.isEmpty ? nil : colors
    (request.title, request.fps, request.formats) = (title, fps, formats)
    (request.subtitle, request.footer) = (subtitle, footer)
    request.timedNotes = timedNotes.isEmpty ? nil : timedNotes
    (request.frames, request.duration) = (frames, duration)
    (request.still, request.width) = (still, width)
    (request.encoder, request.jobs) = (encoder, jobs)
    return request
  }
}
