import LinearAlgebra
import Objectives
import Optimizers

/// Walks of a method that acts on each coordinate by itself, all as one in a space of as many more
/// variables: what is asked of function and method once a step is done for all of them.
///
/// The iterates are those of the walks one by one, to the last bit.
struct StackedWalk<F: TestFunction, S: OptimizerSettings>: StartWalks {
  private let function: F
  private let settings: S
  private let rule: ArrivalRule
  private let steps: Int

  /// Nil where the method looks at more than a coordinate.
  init?(_ function: F, _ settings: S, rule: ArrivalRule, steps: Int) {
    guard settings.isCoordinatewise else { return nil }
    (self.function, self.settings) = (function, settings)
    (self.rule, self.steps) = (rule, steps)
  }

  func ends(from starts: [PlaneStart]) -> [WalkEnd] {
    var x: Vector = starts.flatMap { [$0.x, $0.y] }
    var former = x
    var oracle = StackedOracle(function, dimension: x.count)
    var method = S.Method(settings, dimension: x.count)
    var ends = Ends(count: starts.count)
    for step in 0..<steps {
      former.copy(x)
      do throws(Halt) {
        try method.step(from: &x, querying: &oracle)
      } catch {
        break
      }
      ends.look(from: former, to: x, step: step, rule, function)
      if ends.areKnown { break }
    }
    return ends.all(at: x, steps: steps)
  }

  /// The ends that are known, and the walks that go on.
  private struct Ends {
    private var ends: [WalkEnd?]
    private var watches: [WalkWatch]
    private var walking: [Int]

    init(count: Int) {
      ends = Array(repeating: nil, count: count)
      watches = Array(repeating: WalkWatch(), count: count)
      walking = Array(0..<count)
    }

    var areKnown: Bool { walking.isEmpty }

    mutating func look(
      from former: Vector, to x: Vector, step: Int, _ rule: ArrivalRule, _ function: F
    ) {
      let (before, now) = (former.span, x.span)
      var remaining = walking
      walking = []
      var list = remaining.mutableSpan
      var kept = 0
      for k in list.indices {
        let i = list[k]
        let (from, to) = ((before[2 * i], before[2 * i + 1]), (now[2 * i], now[2 * i + 1]))
        if !WalkWatch.isUnderWay(from, to, rule) {
          ends[i] = watches[i].end(from: from, to: to, step: step, rule, function)
          if ends[i] != nil { continue }
        }
        list[kept] = i
        kept += 1
      }
      remaining.removeLast(remaining.count - kept)
      walking = remaining
    }

    func all(at x: Vector, steps: Int) -> [WalkEnd] {
      ends.enumerated().map { i, end in
        end ?? WalkEnd(kind: .nowhere, steps: steps, x: x[2 * i], y: x[2 * i + 1])
      }
    }
  }
}

/// The gradient of f(x₁) + f(x₂) + ⋯ for points in the plane one after another.
private struct StackedOracle<F: TestFunction>: Oracle, ~Copyable {
  private let objective: F
  let dimension: Int

  init(_ objective: F, dimension: Int) {
    (self.objective, self.dimension) = (objective, dimension)
  }

  private static var beyondGradients: Halt { .failed("asked for more than gradients") }

  mutating func value(at x: borrowing Vector) throws(Halt) -> Double { throw Self.beyondGradients }

  /// The value is of no use to a method that looks at coordinates, and NaN.
  mutating func gradient(at x: borrowing Vector, into gradient: inout Vector) -> Double {
    var span = gradient.mutableSpan
    objective.gradients(at: x.span, into: &span)
    return .nan
  }

  mutating func hessian(
    at x: borrowing Vector, into hessian: inout SymmetricMatrix
  ) throws(Halt) {
    throw Self.beyondGradients
  }

  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt) {
    throw Self.beyondGradients
  }
}
