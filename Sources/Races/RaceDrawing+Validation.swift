import Scenes
import Specifications

extension RaceDrawing {
  /// Throws where the style does not fit the races, or they were not recorded as it needs.
  func validate() throws(SettingError) {
    try output.requirePlayable()
    for recording in recordings {
      try requireDetail(recording)
      try requireTimes(recording)
      try style.requireRoom(for: recording.entrants.count)
    }
  }

  /// Throws where the clock needs times that were not recorded.
  private func requireTimes(_ recording: RaceRecording) throws(SettingError) {
    guard let clock, !recording.trajectories.allSatisfy(clock.isKnown) else { return }
    throw SettingError(
      "clock", "seconds needs a race that was timed; expected one run with {clock} seconds")
  }

  /// Throws where overlays need what was not recorded.
  private func requireDetail(_ recording: RaceRecording) throws(SettingError) {
    let needy = OverlayCatalogue.current.ordered(style.overlays).first(where: \.needsDetail)
    guard let overlay = needy, recording.trajectories.allSatisfy(\.details.isEmpty) else { return }
    throw SettingError(
      "overlay",
      "\(overlay.name) needs a race recorded in detail; expected one drawn with "
        + "{overlay} \(overlay.name)")
  }
}

extension RaceOutput {
  /// Throws where a format cannot be played so fast.
  func requirePlayable() throws(SettingError) {
    let slow = formats.first { $0.fastest < framesPerSecond }
    guard let slow else { return }
    throw SettingError(
      "fps",
      "\(framesPerSecond) is too fast for \(slow.name); expected at most \(slow.fastest); 10, 20, "
        + "25 and 50 are exact")
  }
}
