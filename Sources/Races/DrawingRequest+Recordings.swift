import Experiments
import Output
import Scenes
import Specifications

extension DrawingRequest {
  /// Draws recorded races into a folder.
  ///
  /// - Returns: what was written, in words.
  /// - Throws: `SettingError` for what cannot be drawn of the recordings, `OutputError` where files
  ///   cannot be written.
  @discardableResult
  public func draw(
    _ recordings: [RaceRecording], into path: String, reporter: any Reporter = SilentReporter()
  ) async throws -> String {
    try requireUse()
    for recording in recordings {
      try requireDetail(recording)
      try requireTimes(recording)
      try requireLooks(for: recording.entrants.count)
      try requireRoom(for: recording.entrants.count, isCloud: recording.crowd != nil)
    }
    return try await RaceDrawing(recordings, self).write(into: path, reporter: reporter)
  }

  /// Throws where the clock needs times that were not recorded.
  private func requireTimes(_ recording: RaceRecording) throws(SettingError) {
    guard let clock, !recording.trajectories.allSatisfy(clock.isKnown) else { return }
    throw SettingError(
      "clock", "seconds needs a race that was timed; expected one run with clock seconds")
  }

  /// Throws where overlays need what was not recorded.
  private func requireDetail(_ recording: RaceRecording) throws(SettingError) {
    let needy = overlays?.first(where: \.needsDetail)
    guard let overlay = needy, recording.trajectories.allSatisfy(\.details.isEmpty) else { return }
    throw SettingError(
      "overlay",
      "\(overlay.rawValue) needs a race recorded in detail; expected one drawn with "
        + "overlay \(overlay.rawValue)")
  }
}
