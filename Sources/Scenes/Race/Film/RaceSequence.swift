/// Races one after the other in one film: the same optimizers over several functions.
///
/// Each race begins on a page of its own, which the trail layer lays over what was there.
public struct RaceSequence: Film {
  private let races: [RaceFilm]
  /// The first frame of each race.
  private let starts: [Int]
  private let overlayCount: Int

  /// Of all races together.
  public let frameCount: Int
  public var size: PixelSize { races[0].size }
  /// That of the first race; later ones lay theirs over it.
  public var background: Picture { races[0].background }

  /// - Parameter races: at least one, all of one size.
  public init(_ races: [RaceFilm]) {
    precondition(!races.isEmpty, "a film of no race")
    precondition(races.allSatisfy { $0.size == races[0].size }, "races of different sizes")
    self.races = races
    starts = races.indices.map { races[..<$0].reduce(0) { $0 + $1.frameCount } }
    frameCount = races.reduce(0) { $0 + $1.frameCount }
    overlayCount = races.map { $0.overlay(ofFrame: 0).count }.max() ?? 0
  }

  public func trails(ofFrame i: Int) -> [Element] {
    let (race, frame) = place(i)
    let trails = races[race].trails(ofFrame: frame)
    return frame == 0 && race > 0 ? [page(races[race])] + trails : trails
  }

  public func overlay(ofFrame i: Int) -> [Element] {
    let (race, frame) = place(i)
    let elements = races[race].overlay(ofFrame: frame)
    return elements + Array(repeating: .empty, count: overlayCount - elements.count)
  }

  /// That of the last race.
  public var poster: Picture { lastRace.poster }

  /// The end of the last race.
  public var end: Picture { picture(ofFrame: frameCount - 1) }

  /// One frame as a picture of its own.
  public func picture(ofFrame i: Int) -> Picture {
    let (race, frame) = place(i)
    return races[race].picture(ofFrame: frame)
  }

  /// The names of overlays that show nothing in any race.
  public var emptyOverlays: [String] {
    races.map(\.emptyOverlays).common
  }

  /// The notes that no frame of any race shows.
  public var unsaidNotes: [TimedNote] {
    races.map(\.unsaidNotes).common
  }

  /// The race whose clock shows most at its end.
  public var longestRace: RaceFilm {
    races.max { $0.lastClock < $1.lastClock } ?? races[0]
  }

  /// The last race, whose clock a still goes by.
  public var lastRace: RaceFilm { races[races.count - 1] }

  /// Frames of the first race's title slide, before all others.
  public var titleFrameCount: Int { races[0].titleFrameCount }

  private func place(_ i: Int) -> (race: Int, frame: Int) {
    precondition(0 <= i && i < frameCount, "no frame \(i)")
    let race = starts.lastIndex { $0 <= i } ?? 0
    return (race, i - starts[race])
  }

  private func page(_ race: RaceFilm) -> Element {
    let sheet = Mark.rectangle(size.rect, fill: race.background.background, stroke: nil)
    return Element(bounds: size.rect, marks: [sheet] + race.background.marks)
  }
}
