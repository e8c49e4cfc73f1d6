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
      try requireCharts(recording, on: try landscape(recording))
    }
  }

  /// Throws where no entrant has what a chart is to show, or guides go by steps and the clock does
  /// not count any.
  func requireCharts(_ recording: RaceRecording, on landscape: Landscape) throws(SettingError) {
    try ChartQuantity.require(
      style.charts, of: recording.trajectories, minimum: landscape.minimum)
    let isTimed = (clock ?? recording.clock).kind == .seconds
    guard isTimed, let guide = style.guides.first(where: { !$0.isLevel }) else { return }
    throw SettingError(
      "guide", "\(guide.spelling) goes by steps; expected a value, or another {clock} than seconds")
  }

  /// Throws where the clock needs times that were not recorded.
  private func requireTimes(_ recording: RaceRecording) throws(SettingError) {
    guard let clock, !recording.trajectories.allSatisfy(clock.isKnown) else { return }
    throw SettingError(
      "clock", "seconds needs a race that was timed; expected one run with {clock} seconds")
  }

  /// Throws where overlays or charts need what was not recorded.
  private func requireDetail(_ recording: RaceRecording) throws(SettingError) {
    guard recording.trajectories.allSatisfy(\.details.isEmpty) else { return }
    let overlay = OverlayCatalogue.current.ordered(style.overlays).first(where: \.needsDetail)
    let chart = style.charts.map(\.quantity).first(where: \.needsDetail)
    for (setting, name) in [("overlay", overlay?.name), ("chart", chart?.name)] {
      guard let name else { continue }
      throw SettingError(
        setting,
        "\(name) needs a race recorded in detail; expected one drawn with {\(setting)} \(name)")
    }
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
