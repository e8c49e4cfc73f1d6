import Contours
import Experiments
import JSON

/// A run's columns of numbers at the entries that a page keeps.
///
/// Where min f is known the page gets f − f*, whose digits f itself would not hold near f*.
struct PageColumns {
  /// How many digits are kept: of coordinates the power of ten of the window, of others all.
  struct Digits {
    var coordinates = 7
    var values = 6
    var norms = 6

    /// For one run of many.
    static let few = Digits(coordinates: 5, values: 4, norms: 3)
    /// As many as a double has.
    static let all = Digits(coordinates: .max, values: .max, norms: .max)
  }

  let run: RaceRun
  private let trajectory: Trajectory
  private let landscape: Landscape
  private let clocks: [RaceClock]
  private let entries: [Int]
  private let digits: Digits

  init(
    _ run: RaceRun, _ trajectory: Trajectory, on landscape: Landscape, clocks: [RaceClock],
    entries: [Int], digits: Digits = Digits()
  ) {
    self.run = run
    self.trajectory = trajectory
    self.landscape = landscape
    self.clocks = clocks
    self.entries = entries
    self.digits = digits
  }

  /// Counts under the names of the clocks, then places, values and norms.
  var members: [JSON.Member] {
    clocks.map { JSON.Member(PageClocks.name($0), column($0)) } + [
      JSON.Member("x", coordinates({ $0.x }, extent: landscape.x)),
      JSON.Member("y", coordinates({ $0.y }, extent: landscape.y)),
      JSON.Member(
        "value",
        numbers(run.values.map { $0 - (landscape.minimum ?? 0) }, digits: digits.values)),
      JSON.Member("gradientNorm", numbers(run.gradientNorms, digits: digits.norms)),
    ]
  }

  /// f on the plane and the distance from it at each entry, where the map is a slice.
  func besidePlane(_ slice: RaceSlice?) -> [JSON.Member] {
    guard let slice else { return [] }
    let values = entries.map { slice.value(of: run, at: $0) - (landscape.minimum ?? 0) }
    let distances = entries.map { slice.distance(of: run, at: $0) }
    return [
      JSON.Member("planeValue", rounded(values, digits: digits.values)),
      JSON.Member("planeDistance", rounded(distances, digits: digits.norms)),
    ]
  }

  /// What is told of every entry, at those that are kept.
  func numbers(_ values: [Double], digits: Int = 6) -> JSON {
    rounded(entries.map { values[$0] }, digits: digits)
  }

  private func rounded(_ values: [Double], digits: Int) -> JSON {
    .numbers(values.map { PageNumber.rounded($0, digits: digits) })
  }

  private func column(_ clock: RaceClock) -> JSON {
    PageClocks.differences(entries.map { clock.value(of: trajectory, at: $0) })
  }

  private func coordinates(
    _ axis: (PlanePoint) -> Double, extent: ClosedRange<Double>
  ) -> JSON {
    .numbers(
      entries.map {
        PageNumber.coordinate(
          axis(run.points[$0]), over: extent, decimals: digits.coordinates)
      })
  }
}
