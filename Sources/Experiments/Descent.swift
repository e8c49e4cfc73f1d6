import LinearAlgebra
import Objectives
import Optimizers
import Specifications

/// Descends a test function with an optimizer and returns the recording.
///
/// - Parameters:
///   - start: n numbers; the function's usual start where nil.
///   - plan: the budget must limit something.
/// - Throws: `SpecificationError` where the start has another dimension or is not finite, or where
///   nothing limits the run.
@inlinable
public func descend(
  _ function: some TestFunction, with settings: some OptimizerSettings, from start: Vector? = nil,
  plan: Plan
) throws(SpecificationError) -> Trajectory {
  let start = start ?? function.start
  try requireValid(start, dimension: function.dimension, named: function.specification.description)
  guard plan.budget != Budget() else {
    throw SpecificationError("nothing limits the run; expected a number of steps or a budget")
  }
  return Run(function, settings, from: start, plan: plan).trajectory()
}

/// Descends for at most `steps` steps.
@inlinable
public func descend(
  _ function: some TestFunction, with settings: some OptimizerSettings, from start: Vector? = nil,
  steps: Int
) throws(SpecificationError) -> Trajectory {
  try descend(function, with: settings, from: start, plan: Plan(budget: Budget(steps: steps)))
}

/// Throws unless `point` has n finite components.
public func requireValid(
  _ point: Vector, dimension: Int, named name: String
) throws(SpecificationError) {
  guard point.count == dimension else {
    let text = point.map(NumberText.short).joined(separator: ",")
    throw SpecificationError(
      "the point \(text) has \(point.count) components; expected \(dimension) for \(name)")
  }
  if let bad = point.first(where: { !$0.isFinite }) {
    throw SpecificationError(
      "the point has the component \(NumberText.short(bad)); expected finite numbers")
  }
}
