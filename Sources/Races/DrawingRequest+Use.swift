import Specifications

extension DrawingRequest {
  /// Throws where something is asked for of which nothing that is written makes use.
  ///
  /// What is drawn in any case, the poster, makes use of all but these.
  ///
  /// - Parameter exempt: settings that may be of no use.
  public func requireUse(besides exempt: Set<String> = []) throws(SettingError) {
    let formats = try output().formats
    let frames: [RaceFormat] = [.png, .gif, .apng, .mp4, .webm, .tex]
    let users: [(setting: String, isGiven: Bool, users: [RaceFormat])] = [
      ("title", title != nil && title != "none", frames + [.svg, .pdf]),
      ("still", still != nil, [.svg, .pdf]),
      ("width", width != nil && !isFigure, [.svg, .pdf]),
      ("fps", fps != nil && fps != RaceOutput.usualRate, frames),
      ("encoder", encoder == .libpng, [.png, .mp4, .webm]),
    ]
    for (setting, isGiven, users) in users
    where isGiven && !exempt.contains(setting) && Set(formats).isDisjoint(with: users) {
      throw SettingError(
        setting,
        "has no use for \(formats.spelling); expected one of these in format: "
          + users.map(\.rawValue).joined(separator: ", "))
    }
  }
}
