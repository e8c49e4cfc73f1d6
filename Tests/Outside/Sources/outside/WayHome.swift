import DescentKit

extension RaceOverlay {
  /// Lines from the head to where the run began, and a cross there.
  static let wayHome = RaceOverlay("way-home", note: "cross: where it began") { moment in
    guard let start = moment.path.first else { return [] }
    return moment.segment(from: moment.x, to: start) + moment.plus(at: start)
  }
}
