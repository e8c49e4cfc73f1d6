import Races
import Scenes

extension DrawingRequest {
  /// A map alone, where a unit is as long on both axes: right angles look right.
  ///
  /// - Parameters:
  ///   - title: what is seen, in a line.
  ///   - window: what the race needs, unless given.
  ///   - labels: names of the entrants, from the first on.
  static func map(
    _ title: String, _ overlays: [RaceOverlay] = [], window: Window? = nil, labels: [String] = []
  ) -> DrawingRequest {
    var request = DrawingRequest()
    request.title = title
    request.layout = .figure
    request.aspect = .equal
    request.overlays = overlays
    request.window = window.map { .fixed($0) }
    request.labels = labels.map { .init($0) }
    return request
  }
}
