import Output
import Specifications

extension DrawingRequest {
  /// Whether anything that is to be shown takes recordings in detail.
  public var needsDetail: Bool {
    overlays?.contains(where: \.needsDetail) ?? false
      || charts?.contains(where: \.quantity.needsDetail) ?? false
  }

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
    for recording in recordings { try requireLooks(for: recording.entrants.count) }
    return try await RaceDrawing(recordings, self).write(into: path, reporter: reporter)
  }
}
