import Rendering
import Scenes
import Specifications

extension RaceFormat {
  /// A still as vectors.
  public static let svg = still("svg") { try PictureWriter().svg($0, millimetres: $1) }
  /// The same as one page with embedded fonts.
  public static let pdf = still("pdf") { try PictureWriter().pdf($0, millimetres: $1) }

  /// The map at six moments on one page; a page for each race where there are several.
  public static let sheet = RaceFormat("sheet", "six moments on a page") { race in
    try race.recordings.enumerated().flatMap { i, recording in
      let name = i == 0 ? "sheet.png" : "sheet-\(i + 1).png"
      return try race.file(PictureWriter().png(race.sheet(recording)), named: name)
    }
  }

  private static func still(
    _ name: String, bytes: @escaping @Sendable (Picture, Double?) throws -> [UInt8]
  ) -> RaceFormat {
    RaceFormat(name, "a still", uses: ["frames", "duration", "still", "width"]) { race in
      let picture = try race.output.picture(of: race.vectors())
      return try race.file(bytes(picture, race.output.millimetres), named: "still.\(name)")
    }
  }
}

extension RaceOutput {
  /// The still; the end of the film unless another moment is asked for.
  func picture(of film: RaceSequence) -> Picture {
    switch still {
    case .frame(let i): film.picture(ofFrame: i)
    case .clock(_, let amount):
      film.lastRace.picture(atClock: film.lastRace.clock.reading(amount))
    case nil: film.end
    }
  }

  /// Throws where the still is to be of a moment that there is not.
  func requireStill(in film: RaceSequence) throws(SettingError) {
    switch still {
    case .frame(let i) where i >= film.frameCount:
      throw SettingError("still", "\(i) is no frame; expected 0 to \(film.frameCount - 1)")
    case .clock(let kind, let amount): try requireMoment(amount, kind, of: film.lastRace)
    case .frame, nil: return
    }
  }

  private func requireMoment(
    _ amount: Double, _ kind: RaceClock.Kind, of race: RaceFilm
  ) throws(SettingError) {
    let (moment, own) = (StillMoment.clock(kind, amount).spelling, race.clock.kind)
    guard kind == own else {
      throw SettingError(
        "still",
        "\(moment) is no moment of a clock of \(own.rawValue); expected one as in "
          + "\(own.noun):1, or {clock} \(kind.rawValue)")
    }
    guard race.clock.reading(amount) <= race.lastClock else {
      let last = StillMoment.clock(kind, race.clock.amount(race.lastClock))
      throw SettingError("still", "\(moment) is after the end; expected at most \(last.spelling)")
    }
  }
}
