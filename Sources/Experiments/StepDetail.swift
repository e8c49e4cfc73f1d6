import LinearAlgebra
import Optimizers

/// What a recording in detail knows of an entry beside its numbers.
public struct StepDetail: Hashable, Sendable {
  /// ∇f at the iterate, n numbers, without noise.
  public let gradient: Vector
  /// What the optimizer has to show there, where all of its numbers are finite.
  public let diagnostics: [Diagnostic]
  /// Where the step that led here asked for values and derivatives, in this order: a line search's
  /// trial points, a look-ahead. Neither where it began nor the iterate, and no more than
  /// `mostTrials`. What a step asks that is not finished is not recorded.
  public let trials: [Vector]

  /// The most points that are recorded of a step.
  public static let mostTrials = 32

  /// At most how many numbers an entry has in n = `dimension` variables.
  static func numbers(dimension n: Int, storesMatrix: Bool) -> Int {
    let vectors = n.multipliedReportingOverflow(by: mostTrials + 4)
    let square = n.multipliedReportingOverflow(by: storesMatrix ? n : 0)
    let sum = vectors.partialValue.addingReportingOverflow(square.partialValue)
    return vectors.overflow || square.overflow || sum.overflow ? .max : sum.partialValue
  }
}
