import Specifications

extension DrawingRequest {
  /// Throws where something is asked for of which nothing that is written makes use.
  ///
  /// What is drawn in any case, the poster, makes use of all but these.
  ///
  /// - Parameter exempt: settings that may be of no use.
  public func requireUse(besides exempt: Set<String> = []) throws(SettingError) {
    let formats = try output().allFormats
    let given = [
      ("still", still != nil),
      ("width", width != nil && !isFigure), ("fps", fps != nil && fps != RaceOutput.usualRate),
      ("frames", frames != nil), ("duration", duration != nil), ("encoder", encoder == .libpng),
    ]
    for (setting, isGiven) in given where isGiven && !exempt.contains(setting) {
      guard formats.allSatisfy({ !$0.uses.contains(setting) }) else { continue }
      let users = RaceFormat.all.filter { $0.uses.contains(setting) }
      throw SettingError(
        setting,
        "has no use for \(formats.spelling); expected one of these in {format}: "
          + users.map(\.name).joined(separator: ", "))
    }
  }
}
