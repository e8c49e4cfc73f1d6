import LinearAlgebra
import Objectives
import Optimizers

/// Walks by Newton's plain steps x ← x − ε H⁻¹g, whose equations in two variables have their
/// solution written out: the same as the method's, to rounding.
struct NewtonWalk<F: PlaneFunction>: StartWalks {
  private let function: F
  /// ε.
  private let rate: Double
  private let rule: ArrivalRule
  private let steps: Int

  init(_ function: F, rate: Double, rule: ArrivalRule, steps: Int) {
    (self.function, self.rate) = (function, rate)
    (self.rule, self.steps) = (rule, steps)
  }

  func ends(from starts: [PlaneStart]) -> [WalkEnd] {
    var ends = [WalkEnd?](repeating: nil, count: starts.count)
    var watches = [WalkWatch](repeating: WalkWatch(), count: starts.count)
    // The walks that go on stand in front, each with its number.
    var numbers = Array(starts.indices)
    var points: Vector = starts.flatMap { [$0.x, $0.y] }
    var derivatives = Vector.zeros(5 * starts.count)
    // What is asked of one point lies apart from what the others wait for.
    var (place, own) = (Vector.zeros(2), Vector.zeros(5))
    func slopes(at point: PlaneStart) -> PlaneSlopes {
      (place[0], place[1]) = (point.x, point.y)
      var span = own.mutableSpan
      function.secondOrder(at: place.span, into: &span)
      return PlaneSlopes(own.span, ofPoint: 0)
    }
    for step in 0..<steps where !numbers.isEmpty {
      var written = derivatives.mutableSpan
      function.secondOrder(at: points.span.extracting(first: 2 * numbers.count), into: &written)
      var list = numbers.mutableSpan
      var at = points.mutableSpan
      let derivatives = derivatives.span
      var kept = 0
      for k in list.indices {
        let i = list[k]
        let former = (x: at[2 * k], y: at[2 * k + 1])
        let next = next(PlaneSlopes(derivatives, ofPoint: k), from: former)
        if !WalkWatch.isUnderWay(former, next, rule) {
          guard next.x.isFinite, next.y.isFinite else {
            ends[i] = halted(at: former, steps: step)
            continue
          }
          ends[i] = watches[i].end(from: former, to: next, step: step, rule, slopes: slopes)
          if ends[i] != nil { continue }
        }
        list[kept] = i
        (at[2 * kept], at[2 * kept + 1]) = (next.x, next.y)
        kept += 1
      }
      numbers.removeLast(numbers.count - kept)
    }
    for (k, i) in numbers.enumerated() {
      ends[i] = WalkEnd(
        kind: .nowhere, steps: steps, x: points[2 * k], y: points[2 * k + 1])
    }
    return ends.compactMap { $0 }
  }

  /// The next point; not finite where there is none.
  @inline(__always)
  private func next(_ s: PlaneSlopes, from point: PlaneStart) -> PlaneStart {
    let scale = rate / (s.xx * s.yy - s.xy * s.xy)
    return (
      point.x + (s.xy * s.y - s.yy * s.x) * scale, point.y + (s.xy * s.x - s.xx * s.y) * scale
    )
  }

  /// Where the Hessian is singular or something has become infinite.
  private func halted(at point: PlaneStart, steps: Int) -> WalkEnd {
    let x = [point.x, point.y]
    let isDefined = function.gradient(at: x).isFinite && function.hessian(at: x).isFinite
    let kind = rule.rest(at: x, of: function) ?? (isDefined ? .failed : .diverged)
    return WalkEnd(kind: kind, steps: steps, x: point.x, y: point.y)
  }
}
