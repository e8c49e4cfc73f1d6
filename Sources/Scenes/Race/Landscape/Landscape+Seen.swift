import Contours
import Experiments

extension Landscape {
  /// The same landscape in the window that a race of these trajectories is watched through, with
  /// levels and heights for it.
  func seen(
    through rule: WindowRule, _ aspect: MapAspect, by trajectories: [Trajectory]
  ) -> Landscape {
    let domain = Window(x: x, y: y)
    let fitting = WindowFitting(
      domain: domain, minimizers: minimizers, trajectories: trajectories, on: plane)
    let (window, isFound) = fitting.choice(rule)
    var landscape = self
    landscape.startValue = Self.startValue(of: trajectories)
    if let curve {
      landscape.x = window.x
      landscape.y = heights(of: curve, window, rule, trajectories)
      return landscape
    }
    let (shown, isEqual) = aspect.shown(window, isFound: isFound, in: domain)
    landscape.x = shown.x
    landscape.y = shown.y
    landscape.hasEqualUnits = isEqual
    landscape.objective = sampling.sampled(objective, x: shown.x, y: shown.y)
    return landscape
  }

  private static func startValue(of trajectories: [Trajectory]) -> Double? {
    let values = trajectories.compactMap(\.values.first).filter(\.isFinite).sorted()
    return values.isEmpty ? nil : values[values.count / 2]
  }

  /// Unless the heights are given, they are those over the window: x and f have no unit in common.
  private func heights(
    of curve: (Double) -> Double, _ window: Window, _ rule: WindowRule,
    _ trajectories: [Trajectory]
  ) -> ClosedRange<Double> {
    if case .fixed = rule { return window.y }
    let values = trajectories.flatMap { Self.seenValues($0, over: window.x) }
    let lows = minimizers.filter { window.x.contains($0[0]) }.map { $0[1] }
    return Self.heights(of: curve, over: window.x, raced: ClosedRange(of: values + lows))
  }

  /// Those of a run that breaks off say nothing but where it starts.
  private static func seenValues(_ run: Trajectory, over x: ClosedRange<Double>) -> [Double] {
    let isBroken = run.outcome.kind == .diverged || run.outcome.kind == .failed
    let entries = zip(run.coordinates, run.values).prefix(isBroken ? 1 : run.count)
    return entries.filter { x.contains($0) && $1.isFinite }.map(\.1)
  }
}
