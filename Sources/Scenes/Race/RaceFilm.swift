import Contours
import Experiments

/// Optimizers racing over the contours of a function of two variables.
///
/// The race fills the left; at the right the error falls over time, above a table of the entrants.
public struct RaceFilm: Film {
  public let size: PixelSize
  public let frameCount: Int
  public let background: Picture

  let timeline: RaceTimeline
  let clock: RaceClock
  let entrants: [RaceEntrant]
  let layout: RaceLayout
  let legend: RaceLegend
  let heads: RaceHeads
  let theme: Theme
  let measuring: any TextMeasuring

  /// A film of some trajectories in the plane.
  ///
  /// - Parameters:
  ///   - title: The headline; without it, the specification of the function.
  ///   - minimum: min f where known: errors are plotted, and contours spaced, by the excess over it.
  ///   - minimumLabel: What the stars at the minimizers are called.
  ///   - frameLimit: The most frames there are, the last one's repetitions included.
  public init(
    trajectories: [Trajectory], objective: @Sendable (Double, Double) -> Double,
    x: ClosedRange<Double>, y: ClosedRange<Double>, minimizers: [[Double]] = [],
    saddles: [[Double]] = [], minimum: Double?,
    minimumLabel: String = "minimum", title: String? = nil,
    size: PixelSize = PixelSize(width: 1280, height: 720), clock: RaceClock = .steps,
    frameLimit: Int = 300, measuring: any TextMeasuring
  ) {
    let race = Race(trajectories: trajectories, x: x, y: y, minimum: minimum, clock: clock)
    let theme = Theme(size: size)
    let layout = RaceLayout(race, size: size, theme: theme, measuring: measuring)
    let contour = race.contour(in: layout.contour)
    let chart = race.chart(in: layout.chart)
    let entrants = trajectories.enumerated().map { i, trajectory in
      RaceEntrant(
        trajectory, index: i, clock: clock, contour: contour, chart: chart, axis: race.axis)
    }
    let legend = RaceLegend(
      layout: LegendLayout(area: layout.legend, count: entrants.count, theme: theme),
      entrants: entrants, measuring: measuring)
    let backdrop = RaceBackdrop(
      race: race, layout: layout, theme: theme, contour: contour, chart: chart,
      landmarks: Landmarks(
        minimizers: minimizers, saddles: saddles, minimumLabel: minimumLabel),
      title: title ?? trajectories.first?.function ?? "", measuring: measuring)
    let contours = ContourBackground(
      objective: objective, x: x, y: y, width: Int(layout.contour.width),
      height: Int(layout.contour.height), minimum: minimum)
    let names = entrants.enumerated().flatMap { legend.label($0, $1) }

    self.size = size
    self.clock = clock
    self.theme = theme
    self.layout = layout
    self.entrants = entrants
    self.legend = legend
    self.measuring = measuring
    heads = RaceHeads(area: layout.contour, theme: theme, measuring: measuring)
    timeline = RaceTimeline(last: race.last, frameLimit: frameLimit)
    frameCount = timeline.frameCount
    background = Picture(
      size: size, background: Theme.paper, marks: backdrop.marks(contours) + names)
  }

  /// The end of the race as one picture.
  public var poster: Picture {
    let trails = (0..<frameCount).flatMap { self.trails(ofFrame: $0) }
    let overlay = overlay(ofFrame: frameCount - 1)
    return Picture(
      size: size, background: background.background,
      marks: background.marks + (trails + overlay).flatMap(\.marks))
  }
}
