import LinearAlgebra
import Objectives
import Specifications

/// A figure of the iterates that takes more than a look, and is recorded where it is asked for. The
/// raw value is its name.
public enum WatchedFigure: String, Choice, CaseIterable, Sendable {
  /// The largest eigenvalue of the Hessian, of all examples where there are such.
  case sharpness
}

/// Computes a watched figure now and then: never before the run has asked, since the last time, for
/// as much as that took, so that watching about doubles the work of a run at most. Nothing of it is
/// counted.
struct FigureWatcher {
  let figure: WatchedFigure
  /// What had been asked when the figure was last computed, and what that took; nil before.
  private var last: (spent: Int, cost: Int)?

  init(_ figure: WatchedFigure) {
    self.figure = figure
  }

  /// The figure at x; NaN where it is not due.
  mutating func value(of objective: some TestFunction, at x: Vector, asked: Counts) -> Double {
    let spent = Self.work(asked, objective)
    if let last, spent - last.spent < last.cost { return .nan }
    return compute(objective, at: x, spent: spent)
  }

  private mutating func compute(
    _ objective: some TestFunction, at x: Vector, spent: Int
  ) -> Double {
    switch figure {
    case .sharpness:
      let top = LargestEigenvalue(ofHessianOf: objective, at: x)
      last = (spent, top.products * Self.share(of: objective))
      return top.value
    }
  }

  /// The figure at x, due or not.
  mutating func finalValue(of objective: some TestFunction, at x: Vector) -> Double {
    compute(objective, at: x, spent: 0)
  }

  /// Examples that answers were computed from, or answers where there are none.
  private static func work(_ counts: Counts, _ objective: some TestFunction) -> Int {
    if counts[.samples] > 0 { return counts[.samples] }
    return counts[.gradients] + counts[.products] + counts[.hessians] * objective.dimension
  }

  /// What a product over all examples counts as in `work`.
  private static func share(of objective: some TestFunction) -> Int {
    objective.finiteSum?.exampleCount ?? 1
  }
}
