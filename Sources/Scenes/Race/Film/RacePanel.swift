/// A part of the page with a background, trails that grow and an overlay that changes.
protocol RacePanel: Sendable {
  var backdrop: [Mark] { get }
  /// What is uncovered after one clock value until another one.
  func trails(after old: Int, through new: Int) -> [Element]
  /// All that is uncovered at a clock value, for a picture of its own.
  func still(at clock: Int) -> [Element]
  /// As many elements at every clock value.
  func overlay(at clock: Int) -> [Element]
  /// How many of the overlays that were asked for can be seen at a clock value.
  func seenOverlays(at clock: Int) -> Int
}

extension RacePanel {
  func trails(after old: Int, through new: Int) -> [Element] { [] }
  func still(at clock: Int) -> [Element] { trails(after: -1, through: clock) }
  func overlay(at clock: Int) -> [Element] { [] }
  func seenOverlays(at clock: Int) -> Int { 0 }
}
