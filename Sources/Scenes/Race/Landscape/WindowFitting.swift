import Contours
import Experiments

/// Finds the part of the plane where a race takes place.
struct WindowFitting {
  let domain: Window
  let minimizers: [PlanePoint]
  private let runs: [Run]

  private struct Run {
    /// Entries that are finite points.
    let points: [PlanePoint]
    let isBrokenOff: Bool
  }

  init(
    domain: Window, minimizers: [[Double]], trajectories: [Trajectory],
    on plane: RacePlane = .whole
  ) {
    self.domain = domain
    self.minimizers = minimizers.filter { $0.count == 2 }.map { PlanePoint($0[0], $0[1]) }
    runs = trajectories.map { trajectory in
      let points = trajectory.places(on: plane)
      let kind = trajectory.outcome.kind
      return Run(
        points: points.filter { $0.x.isFinite && $0.y.isFinite },
        isBrokenOff: kind == .diverged || kind == .failed)
    }
  }

  /// The window of a rule, and whether it was found around the race, wherever the domain is.
  func choice(_ rule: WindowRule) -> (window: Window, isFound: Bool) {
    switch rule {
    case .fixed(let window): return (window, false)
    case .strip(let x): return (Window(x: x, y: domain.y), false)
    case .domain: return (domainWithStarts, false)
    case .fit:
      guard let tight else { return (domainWithStarts, false) }
      return (proportioned(tight, margin: 0.08), true)
    case .auto:
      // Who moves nowhere does not race.
      guard let tight, max(tight.width, tight.height) > 0 else { return (domainWithStarts, false) }
      let wide = proportioned(tight, margin: 0.3)
      return isMost(wide) ? (domainWithStarts, false) : (trimmed(wide, around: tight), true)
    }
  }

  /// Without surroundings beyond the domain, where f may not be defined; a race that goes there, or
  /// to the edge, is shown whole.
  private func trimmed(_ wide: Window, around tight: Window) -> Window {
    let near = tight.grown(by: 0.05)
    func range(
      _ wide: ClosedRange<Double>, _ near: ClosedRange<Double>, _ domain: ClosedRange<Double>
    ) -> ClosedRange<Double> {
      ClosedRange(
        between: max(wide.lowerBound, min(near.lowerBound, domain.lowerBound)),
        min(wide.upperBound, max(near.upperBound, domain.upperBound)))
    }
    return Window(
      x: range(wide.x, near.x, domain.x), y: range(wide.y, near.y, domain.y))
  }

  /// Whether a window shows most of the domain, or what is as large.
  private func isMost(_ window: Window) -> Bool {
    let share = (window.width / domain.width, window.height / domain.height)
    return domain.grown(by: 0.5).contains(window) && min(share.0, share.1) > 0.6
  }

  /// Starts that are no more than three extents away count.
  private var domainWithStarts: Window {
    let near = domain.grown(by: 3)
    let far = runs.compactMap(\.points.first).filter { !domain.contains($0) && near.contains($0) }
    guard !far.isEmpty else { return domain }
    let whole = far.reduce(domain) { $0.including($1) }
    let margins = whole.grown(by: 0.04)
    // A side that did not move keeps its place.
    return Window(
      x: side(whole.x, margins.x, domain.x), y: side(whole.y, margins.y, domain.y))
  }

  private func side(
    _ whole: ClosedRange<Double>, _ margins: ClosedRange<Double>, _ domain: ClosedRange<Double>
  ) -> ClosedRange<Double> {
    let low = whole.lowerBound == domain.lowerBound ? domain : margins
    let high = whole.upperBound == domain.upperBound ? domain : margins
    return ClosedRange(between: low.lowerBound, high.upperBound)
  }

  /// What the runs do in the neighbourhood of the domain and of their starts; nil where they do
  /// nothing there.
  private var tight: Window? {
    let neighborhood = runs.compactMap(\.points.first).reduce(domain) { $0.including($1) }
      .grown(by: 1)
    var places: [PlanePoint] = []
    for run in runs {
      // After a run that diverges first leaves, nothing of it says where the race is.
      let inside =
        run.isBrokenOff
        ? Array(run.points.prefix(while: neighborhood.contains))
        : run.points.filter(neighborhood.contains)
      guard let first = inside.first, let last = inside.last else { continue }
      places += [first] + corners(inside, isWhole: !run.isBrokenOff)
      if !run.isBrokenOff { places.append(last) }
      let goal = minimizers.filter(neighborhood.contains)
        .min { $0.squaredDistance(to: last) < $1.squaredDistance(to: last) }
      places += goal.map { [$0] } ?? []
    }
    guard let first = places.first else { return nil }
    return places.reduce(first.window) { $0.including($1) }
  }

  /// The corners of the box that holds 96 of 100 points in each coordinate; of a run that does not
  /// break off also what swings out of it, by no more than its extent.
  private func corners(_ points: [PlanePoint], isWhole: Bool) -> [PlanePoint] {
    let x = ends(points.map(\.x), isWhole: isWhole)
    let y = ends(points.map(\.y), isWhole: isWhole)
    return [PlanePoint(x.lowerBound, y.lowerBound), PlanePoint(x.upperBound, y.upperBound)]
  }

  private func ends(_ places: [Double], isWhole: Bool) -> ClosedRange<Double> {
    let sorted = places.sorted()
    let cut = sorted.count / 50
    let usual = ClosedRange(between: sorted[cut], sorted[sorted.count - 1 - cut])
    guard isWhole else { return usual }
    let wide = usual.grown(by: usual.upperBound - usual.lowerBound)
    return ClosedRange(of: sorted.filter(wide.contains)) ?? usual
  }

  /// With a margin, and in either direction at least a third of the share of the domain that the
  /// other one shows.
  ///
  /// - Parameter margin: on each side, of the extent.
  private func proportioned(_ tight: Window, margin: Double) -> Window {
    func part(_ extent: Double, of whole: Double) -> Double { whole > 0 ? extent / whole : 0 }
    let found = max(part(tight.width, of: domain.width), part(tight.height, of: domain.height))
    let share = found > 0 ? found : 0.02
    func range(
      _ tight: ClosedRange<Double>, _ domain: ClosedRange<Double>
    ) -> ClosedRange<Double> {
      let extent = tight.upperBound - tight.lowerBound
      return tight.resized(
        to: max(extent, (domain.upperBound - domain.lowerBound) * share / 3) * (1 + 2 * margin))
    }
    return Window(x: range(tight.x, domain.x), y: range(tight.y, domain.y))
  }
}

extension PlanePoint {
  /// One without extent.
  fileprivate var window: Window {
    Window(x: ClosedRange(between: x, x), y: ClosedRange(between: y, y))
  }

  fileprivate func squaredDistance(to other: PlanePoint) -> Double {
    (x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)
  }
}
