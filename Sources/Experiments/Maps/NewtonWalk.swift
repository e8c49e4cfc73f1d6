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
    var jets = Vector.zeros(5 * starts.count)
    for step in 0..<steps where !numbers.isEmpty {
      var span = jets.mutableSpan
      function.secondOrder(at: points.span.extracting(first: 2 * numbers.count), into: &span)
      var kept = 0
      for k in numbers.indices {
        let i = numbers[k]
        let former = (x: points[2 * k], y: points[2 * k + 1])
        let next = self.next(jets, k, from: former)
        guard next.x.isFinite, next.y.isFinite else {
          ends[i] = halted(at: former, steps: step)
          continue
        }
        if !WalkWatch.isUnderWay(former, next, rule) {
          ends[i] = watches[i].end(from: former, to: next, step: step, rule, function)
          if ends[i] != nil { continue }
        }
        numbers[kept] = i
        (points[2 * kept], points[2 * kept + 1]) = (next.x, next.y)
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
  private func next(_ jets: Vector, _ k: Int, from point: PlaneStart) -> PlaneStart {
    let (gx, gy) = (jets[5 * k], jets[5 * k + 1])
    let (xx, xy, yy) = (jets[5 * k + 2], jets[5 * k + 3], jets[5 * k + 4])
    let scale = rate / (xx * yy - xy * xy)
    return (point.x + (xy * gy - yy * gx) * scale, point.y + (xy * gx - xx * gy) * scale)
  }

  /// Where the Hessian is singular or something has become infinite.
  private func halted(at point: PlaneStart, steps: Int) -> WalkEnd {
    let x = [point.x, point.y]
    let isDefined = function.gradient(at: x).isFinite && function.hessian(at: x).isFinite
    let kind = rule.rest(at: x, of: function) ?? (isDefined ? .failed : .diverged)
    return WalkEnd(kind: kind, steps: steps, x: point.x, y: point.y)
  }
}
