import Contours
import Experiments

/// Optimizers racing over the contours of a function of two variables, or of a slice of one of
/// more.
public struct RaceFilm: Film {
  /// Of every frame.
  public let size: PixelSize
  /// The slide's frames and those that stand still among them.
  public let frameCount: Int
  public let background: Picture

  /// What the frames advance.
  public let clock: RaceClock
  let timeline: RaceTimeline
  let panels: [any RacePanel]
  private let slide: TitleSlide?

  /// A film of some trajectories in as many variables as the landscape's plane lies in.
  public init(
    _ trajectories: [Trajectory], on landscape: Landscape, style: RaceStyle = RaceStyle(),
    measuring: any TextMeasuring
  ) {
    self.init(
      groups: trajectories.map { [$0] }, on: landscape, style: style, measuring: measuring)
  }

  /// The same for entrants of which each has one run or more, that differ in start or seed: several
  /// are drawn in small, their errors as medians between quartiles.
  public init(
    groups: [[Trajectory]], on landscape: Landscape, style: RaceStyle = RaceStyle(),
    measuring: any TextMeasuring
  ) {
    let stage = RaceStage(groups, on: landscape, style: style, measuring: measuring)
    let panels = stage.panels
    clock = style.clock

    let timeline = stage.timeline
    self.timeline = timeline
    let shown = style.timedNotes.isEmpty ? [] : Set((0..<timeline.frameCount).map(timeline.clock))
    unsaidNotes = style.timedNotes.filter { !shown.contains(style.clock.reading($0.amount)) }
    length = stage.race.time.amount(timeline.last)
    self.panels = panels
    size = style.size
    frameCount = stage.timeline.frameCount
    slide = style.titleSlide.map {
      TitleSlide($0, entrants: stage.entrants, frame: stage.frame)
    }
    background = Picture(
      size: style.size, background: style.colors.paper, marks: panels.flatMap(\.backdrop))
  }

  public func trails(ofFrame i: Int) -> [Element] {
    precondition(0 <= i && i < frameCount, "no frame \(i)")
    let old = i == 0 ? -1 : timeline.clock(ofFrame: i - 1)
    let new = timeline.clock(ofFrame: i)
    guard old < new else { return [] }
    return panels.flatMap { $0.trails(after: old, through: new) }
  }

  public func overlay(ofFrame i: Int) -> [Element] {
    precondition(0 <= i && i < frameCount, "no frame \(i)")
    let now = timeline.clock(ofFrame: i)
    let elements = panels.flatMap { $0.overlay(at: now) }
    guard let slide else { return elements }
    return elements + [timeline.isTitle(i) ? slide.element : .empty]
  }

  /// The race as one picture: the last frame in which most of the overlays can be seen, which is the
  /// end where there are none.
  public var poster: Picture { picture(ofFrame: posterFrame) }

  private var posterFrame: Int {
    let frames = (titleFrameCount..<frameCount).reversed()
    let counts = frames.map { frame in
      panels.reduce(0) { $0 + $1.seenOverlays(at: timeline.clock(ofFrame: frame)) }
    }
    let best = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
    return frames.isEmpty ? frameCount - 1 : frameCount - 1 - best
  }

  /// One frame as a picture of its own.
  public func picture(ofFrame i: Int) -> Picture {
    still(panels.flatMap { $0.still(at: timeline.clock(ofFrame: i)) }, overlay(ofFrame: i))
  }

  /// The race as it stands when the clock shows `now`, whether there is a frame of that or not.
  public func picture(atClock now: Int) -> Picture {
    still(
      panels.flatMap { $0.still(at: now) },
      panels.flatMap { $0.overlay(at: now) })
  }

  /// Frames of the title slide, before all others.
  public var titleFrameCount: Int { timeline.title }

  /// The names of overlays that were asked for and show nothing, as no entrant has any.
  public var emptyOverlays: [String] {
    panels.compactMap { $0 as? MapPanel }.map(\.emptyOverlays).common.map(\.name)
  }

  /// The notes that no frame shows: those after the end, and those for which there are too few
  /// frames.
  public let unsaidNotes: [TimedNote]

  /// How long the race takes, in words: "100 steps".
  public let length: String

  /// What the clock shows at the end.
  public var lastClock: Int { timeline.last }

  private func still(_ trails: [Element], _ overlay: [Element]) -> Picture {
    Picture(
      size: size, background: background.background,
      marks: background.marks + (trails + overlay).flatMap(\.marks))
  }
}
