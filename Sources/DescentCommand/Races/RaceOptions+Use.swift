extension RaceOptions {
  /// Throws where an option is given of which nothing that is written makes use.
  ///
  /// What is drawn in any case, the poster, makes use of all but these.
  ///
  /// - Parameter exempt: options that may be of no use.
  func requireUse(besides exempt: Set<String> = []) throws {
    let formats = try output().formats
    func require(_ option: String, _ isGiven: Bool, _ users: [RaceFormat]) throws {
      guard isGiven, !exempt.contains(option), formats.allSatisfy({ !users.contains($0) }) else {
        return
      }
      throw Failure(
        .usage,
        "--\(option) has no use for \(formats.map(\.rawValue).joined(separator: ",")); expected "
          + "one of these in --format: \(users.map(\.rawValue).joined(separator: ", "))")
    }
    let frames: [RaceFormat] = [.png, .gif, .apng, .mp4, .webm, .tex]
    try require("title", title != nil && title != "none", frames + [.svg, .pdf])
    try require("still", still != nil, [.svg, .pdf])
    try require("width", width != nil && layout != .figure, [.svg, .pdf])
    try require("fps", fps != RaceOutput.usualRate, frames)
    try require("encoder", encoder != .tiles, [.png, .mp4, .webm])
  }
}
