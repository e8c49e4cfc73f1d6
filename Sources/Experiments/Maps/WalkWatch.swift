import LinearAlgebra
import Objectives

/// What is known of a walk: at which known point it is, since which step, and when it is to be
/// looked at again.
struct WalkWatch {
  private var place: Int?
  private var since = 0
  private var nextLook = 0

  /// How many steps a walk that all but stands still is left alone after a look at it.
  private static let pause = 8

  /// Whether a step is longer than the reach, and its length a finite number, so that there is
  /// nothing to look at.
  @inline(__always)
  static func isUnderWay(
    _ former: PlaneStart, _ next: PlaneStart, _ rule: ArrivalRule
  ) -> Bool {
    let across = abs(next.x - former.x)
    let up = abs(next.y - former.y)
    return (across > rule.reach || up > rule.reach) && across + up < .infinity
  }

  /// The end of a walk that is no longer under way, where it is one; steps count from 0.
  mutating func end(
    from former: PlaneStart, to next: PlaneStart, step: Int, _ rule: ArrivalRule,
    _ function: some Objective
  ) -> WalkEnd? {
    end(from: former, to: next, step: step, rule) { PlaneSlopes(of: function, at: [$0.x, $0.y]) }
  }

  /// The same, the slopes of f asked where they decide.
  @inline(__always)
  mutating func end(
    from former: PlaneStart, to next: PlaneStart, step: Int, _ rule: ArrivalRule,
    slopes: (PlaneStart) -> PlaneSlopes
  ) -> WalkEnd? {
    guard next.x.isFinite, next.y.isFinite else {
      return WalkEnd(kind: .diverged, steps: step + 1, x: next.x, y: next.y)
    }
    let move = max(abs(next.x - former.x), abs(next.y - former.y))
    guard move <= rule.reach else { return nil }
    note(rule, from: former, to: next, step: step)
    if let place, place < rule.minima {
      return WalkEnd(kind: .known(place), steps: since, x: next.x, y: next.y)
    }
    guard move <= rule.pause, step >= nextLook else { return nil }
    guard rule.isCritical(slopes(next)) else {
      nextLook = step + Self.pause
      return nil
    }
    let kind = place.map(WalkEnd.Kind.known) ?? .critical
    return WalkEnd(
      kind: kind, steps: place == nil ? step + 1 : since, x: next.x, y: next.y)
  }

  /// Notes a step no longer than the reach.
  private mutating func note(
    _ rule: ArrivalRule, from former: PlaneStart, to next: PlaneStart, step: Int
  ) {
    let place = rule.place(near: next.x, next.y)
    defer { self.place = place }
    guard let place, place != self.place else { return }
    let wasThere = rule.isNear(former.x, former.y, rule.places[place])
    since = wasThere ? step : step + 1
  }
}
