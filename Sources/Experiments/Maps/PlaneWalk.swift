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

/// Walks from some starts, as one piece of work.
protocol StartWalks: Sendable {
  /// The ends, in the order of the starts.
  func ends(from starts: [PlaneStart]) -> [WalkEnd]
}

typealias PlaneStart = (x: Double, y: Double)

/// Walks of one optimizer down one function of two variables, start after start.
struct PlaneWalk<F: TestFunction, S: OptimizerSettings>: StartWalks {
  let function: F
  /// The memory before the first step.
  private let method: S.Method
  private let rule: ArrivalRule
  private let steps: Int

  init(_ function: F, _ settings: S, rule: ArrivalRule, steps: Int) {
    self.function = function
    method = S.Method(settings, dimension: 2)
    (self.rule, self.steps) = (rule, steps)
  }

  func ends(from starts: [PlaneStart]) -> [WalkEnd] { starts.map(end) }

  private func end(from start: PlaneStart) -> WalkEnd {
    var oracle = PlainOracle(function)
    var method = method
    var watch = WalkWatch()
    var x: Vector = [start.x, start.y]
    for step in 0..<steps {
      let former = (x: x[0], y: x[1])
      do throws(Halt) {
        try method.step(from: &x, querying: &oracle)
      } catch {
        return halted(error, at: x, steps: step)
      }
      let next = (x: x[0], y: x[1])
      if WalkWatch.isUnderWay(former, next, rule) { continue }
      if let end = watch.end(from: former, to: next, step: step, rule, function) { return end }
    }
    return WalkEnd(kind: .nowhere, steps: steps, x: x[0], y: x[1])
  }

  /// A search that finds nothing lower may have come to its end.
  private func halted(_ halt: Halt, at x: Vector, steps: Int) -> WalkEnd {
    var kind = rule.rest(at: x, of: function) ?? .nowhere
    if case .failed = halt, kind == .nowhere {
      kind = function.gradient(at: x).isFinite ? .failed : .diverged
    }
    return WalkEnd(kind: kind, steps: steps, x: x[0], y: x[1])
  }

  /// Why the first step from a start is not defined; nil where it is.
  func refusal(from start: PlaneStart) -> String? {
    var oracle = PlainOracle(function)
    var method = method
    var x: Vector = [start.x, start.y]
    do throws(Halt) {
      try method.step(from: &x, querying: &oracle)
    } catch {
      if case .failed(let reason) = error { return reason }
    }
    return nil
  }
}
