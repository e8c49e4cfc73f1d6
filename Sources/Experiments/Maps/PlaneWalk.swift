import LinearAlgebra
import Objectives
import Optimizers

/// Where a walk from a start came to.
struct WalkEnd: Sendable {
  enum Kind: Hashable, Sendable {
    /// A known point, by its number in the rule.
    case known(Int)
    /// Another point where the gradient vanishes.
    case critical
    /// Nothing within the steps.
    case nowhere
    /// A step that the method does not define.
    case failed
    /// A point that is not finite.
    case diverged
  }

  let kind: Kind
  /// How many steps led there, or were taken in vain.
  let steps: Int
  let (x, y): (Double, Double)
}

/// Walks of one optimizer down one function of two variables, from many starts.
struct PlaneWalk<F: TestFunction, S: OptimizerSettings>: Sendable {
  let function: F
  /// The memory before the first step.
  private let method: S.Method
  private let rule: ArrivalRule
  private let steps: Int

  /// How many steps a walk that all but stands still is left alone after a look at it.
  private static var pause: Int { 8 }

  init(_ function: F, _ settings: S, rule: ArrivalRule, steps: Int) {
    self.function = function
    method = S.Method(settings, dimension: 2)
    (self.rule, self.steps) = (rule, steps)
  }

  func end(from start: (Double, Double)) -> WalkEnd {
    var oracle = PlainOracle(function)
    var method = method
    var stay = Stay()
    var nextLook = 0
    var x: Vector = [start.0, start.1]
    for step in 0..<steps {
      let (former, latter) = (x[0], x[1])
      do throws(Halt) {
        try method.step(from: &x, querying: &oracle)
      } catch {
        return halted(error, at: x, steps: step)
      }
      let move = max(abs(x[0] - former), abs(x[1] - latter))
      guard move <= rule.reach else {
        if !x.isFinite { return WalkEnd(kind: .diverged, steps: step + 1, x: x[0], y: x[1]) }
        continue
      }
      stay.note(rule, from: (former, latter), to: (x[0], x[1]), step: step)
      if let i = stay.place, i < rule.minima {
        return WalkEnd(kind: .known(i), steps: stay.since, x: x[0], y: x[1])
      }
      if move <= rule.pause, step >= nextLook {
        if rule.isCritical(x, of: function) {
          let kind = stay.place.map(WalkEnd.Kind.known) ?? .critical
          let steps = stay.place == nil ? step + 1 : stay.since
          return WalkEnd(kind: kind, steps: steps, x: x[0], y: x[1])
        }
        nextLook = step + Self.pause
      }
    }
    return WalkEnd(kind: .nowhere, steps: steps, x: x[0], y: x[1])
  }

  /// A search that finds nothing lower may have come to its end.
  private func halted(_ halt: Halt, at x: Vector, steps: Int) -> WalkEnd {
    let kind: WalkEnd.Kind
    if let i = rule.place(near: x[0], x[1]), i < rule.minima || rule.isCritical(x, of: function) {
      kind = .known(i)
    } else if rule.isCritical(x, of: function) {
      kind = .critical
    } else if case .failed = halt {
      kind = function.gradient(at: x).isFinite ? .failed : .diverged
    } else {
      kind = .nowhere
    }
    return WalkEnd(kind: kind, steps: steps, x: x[0], y: x[1])
  }

  /// Why the first step from a start is not defined; nil where it is.
  func refusal(from start: (Double, Double)) -> String? {
    var oracle = PlainOracle(function)
    var method = method
    var x: Vector = [start.0, start.1]
    do throws(Halt) {
      try method.step(from: &x, querying: &oracle)
    } catch {
      if case .failed(let reason) = error { return reason }
    }
    return nil
  }
}

/// The known point that a walk is at, and since which step.
private struct Stay {
  private(set) var place: Int?
  private(set) var since = 0

  /// Notes a step no longer than the reach.
  mutating func note(
    _ rule: ArrivalRule, from start: (Double, Double), to end: (Double, Double), step: Int
  ) {
    let place = rule.place(near: end.0, end.1)
    defer { self.place = place }
    guard let place, place != self.place else { return }
    let wasThere = rule.isNear(start.0, start.1, rule.places[place])
    since = wasThere ? step : step + 1
  }
}
