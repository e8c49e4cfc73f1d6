import LinearAlgebra
import Objectives
import Optimizers
import Specifications

/// Descends a test function with an optimizer and returns the recording.
///
/// - Parameters:
///   - start: n numbers; the function's usual start where nil.
///   - plan: the budget must limit something.
/// - Throws: `SpecificationError` where the start has another dimension or is not finite, where the
///   method takes no such dimension, where nothing limits the run, where it needs more memory than
///   `MemoryBudget`, or where the settings or the plan hold a number out of its range.
public func descend(
  _ function: some TestFunction, with settings: some OptimizerSettings, from start: Vector? = nil,
  plan: Plan
) throws(SpecificationError) -> Trajectory {
  try descend(
    function, with: settings, from: start ?? function.start, plan: plan,
    named: RunNames(function, settings))
}

/// - Parameter names: the specifications of both, which take longer to write than a short run.
func descend(
  _ function: some TestFunction, with settings: some OptimizerSettings, from start: Vector,
  plan: Plan, named names: RunNames
) throws(SpecificationError) -> Trajectory {
  try requireRunnable(function, with: settings, from: start, plan: plan)
  var trajectory = Run(function, settings, from: start, plan: plan, named: names).trajectory()
  if plan.isTimed {
    let again = plan.repeating(trajectory)
    trajectory.note(
      (0..<3).map { _ in
        Run(function, settings, from: start, plan: again, named: names).times()
      })
  }
  return trajectory
}

/// Throws where `descend` would, before anything runs.
///
/// - Parameter start: n numbers.
/// - Throws: as `descend`.
public func requireRunnable(
  _ function: some TestFunction, with settings: some OptimizerSettings, from start: Vector,
  plan: Plan
) throws(SpecificationError) {
  try settings.validate()
  try plan.validate()
  try requireValid(start, for: function)
  if settings.storesMatrix, function.dimension > largestMatrixOrder {
    throw SpecificationError(
      "\(type(of: settings).name) stores a matrix and takes n <= \(largestMatrixOrder), not "
        + "n=\(function.dimension); expected cg or lbfgs")
  }
  if case .failed(let reason)? = settings.refusal(dimension: function.dimension) {
    throw SpecificationError("\(type(of: settings).name): \(reason)")
  }
  try requireAffordable(
    plan, dimension: function.dimension, storesMatrix: settings.storesMatrix)
  if settings.storesJacobian, let m = function.sumOfSquares?.residualCount {
    try requireAffordable(
      residuals: m, dimension: function.dimension, named: type(of: settings).name)
  }
  if settings.storesExampleGradients, let m = function.finiteSum?.exampleCount {
    try requireAffordable(
      examples: m, dimension: function.dimension, named: type(of: settings).name)
  }
}

/// Descends for at most `steps` steps.
///
/// - Throws: as with a plan.
public func descend(
  _ function: some TestFunction, with settings: some OptimizerSettings, from start: Vector? = nil,
  steps: Int
) throws(SpecificationError) -> Trajectory {
  try descend(function, with: settings, from: start, plan: Plan(budget: Budget(steps: steps)))
}

/// Throws unless `point` has n finite components.
public func requireValid(
  _ point: Vector, for function: some TestFunction
) throws(SpecificationError) {
  let count = point.count
  guard count == function.dimension else {
    let text = NumberText.short(point, atMost: 6)
    let other = function.specification(ofDimension: count).map { "; for \(count) write \($0)" }
    throw SpecificationError(
      "the point \(text) has \(count) components; expected \(function.dimension) for "
        + "\(function.specification)\(other ?? "")")
  }
  if let bad = point.first(where: { !$0.isFinite }) {
    throw SpecificationError(
      "the point has the component \(NumberText.short(bad)); expected finite numbers")
  }
}

/// The largest n for methods that store a matrix: 200 MB.
let largestMatrixOrder = 5000

/// Throws unless the plan is limited and its recording fits into memory.
///
/// - Parameter storesMatrix: whether the method has a matrix to show.
func requireAffordable(
  _ plan: Plan, dimension: Int, storesMatrix: Bool
) throws(SpecificationError) {
  guard let steps = plan.budget.mostSteps else {
    throw SpecificationError("nothing limits the run; expected a number of steps or a budget")
  }
  let numbers = plan.recordedNumbers(dimension: dimension, storesMatrix: storesMatrix)
  try MemoryBudget.require(
    numbers * MemoryBudget.perNumber, for: "recording \(steps) steps in \(dimension) variables",
    expected: "fewer steps" + (plan.keepsIterates ? ", or fewer of them recorded" : ""))
}

/// Throws where a gradient for each of m examples in n variables does not fit into memory.
func requireAffordable(
  examples m: Int, dimension n: Int, named name: String
) throws(SpecificationError) {
  try MemoryBudget.require(
    Double(m) * Double(n) * MemoryBudget.perNumber,
    for: "\(name): the gradients of \(m) examples in \(n) variables",
    expected: "fewer of them, or a method without a table as svrg")
}

/// Throws where the Jacobian of m residuals in n variables, its factors and a copy do not fit into
/// memory.
func requireAffordable(
  residuals m: Int, dimension n: Int, named name: String
) throws(SpecificationError) {
  try MemoryBudget.require(
    3 * Double(m) * Double(n) * MemoryBudget.perNumber,
    for: "\(name): the Jacobian of \(m) residuals in \(n) variables",
    expected: "fewer of them, or a method without a Jacobian as lbfgs")
}
