import JSON

/// Sizes that films and pages share, so that both draw alike. Lengths are in pixels at scale 1, the
/// others are shares of one of them.
package enum Measures {
  static let marker = 12.0
  static let trail = 2.0
  /// The rim on either side of a trail.
  static let rim = 1.5
  /// The rim around a marker, at any scale.
  package static let markerRim = 2.0

  // Of a marker.

  static let minimum = 1.4
  static let localMinimum = 1.2
  static let maximum = 1.0
  static let saddle = 1.0
  static let start = 0.75
  /// How much larger a place of note is below a head.
  static let covered = 1.8
  /// The arrowhead of a head outside of the window: its length; it is as wide.
  static let exit = 1.2
  /// The radius of a trial point.
  static let dot = 0.3
  static let plus = 0.6

  // Of the height of a chart with a row for zero below its logarithmic axis.

  static let (zeroRow, axisFoot) = (0.035, 0.1)

  // Of an overlay's line.

  static let arrowHead = 5.0
  static let dash = 2.5

  /// Half the width of an arrow's head, of its length.
  static let arrowSide = 0.42
  /// The width of an overlay's line, of a trail's, and its rim, of a trail's rim.
  static let (overlay, overlayRim) = (0.95, 0.8)
  /// How far from a head its name has a line to it, of the reach of the head's ink.
  static let leader = 1.8

  /// The same for a page, whose scale is 1.
  package static var json: JSON {
    .members([
      "marker": .number(marker), "trail": .number(trail), "rim": .number(rim),
      "markerRim": .number(markerRim), "covered": .number(covered),
      "exit": .number(exit), "dot": .number(dot), "plus": .number(plus),
      "arrowHead": .number(arrowHead), "dash": .number(dash), "arrowSide": .number(arrowSide),
      "zeroRow": .number(zeroRow), "axisFoot": .number(axisFoot),
      "overlay": .number(overlay), "overlayRim": .number(overlayRim), "leader": .number(leader),
    ])
  }
}
