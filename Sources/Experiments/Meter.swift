import LinearAlgebra
import Objectives
import Optimizers

/// The one gate between an optimizer and its objective: answers, counts, and refuses when the
/// budget is spent.
///
/// Watching is free: `observe` evaluates without counting, and an optimizer that then asks for the
/// gradient at the same point is charged for it but given the digits already computed. The noise of
/// a noisy objective is added here, to answers but not to observations. Residuals alone count as a
/// value, and with their Jacobian as a gradient. A noisy objective gives none: noise in f is none
/// of residuals.
///
/// Over data every answer is counted by the examples it looks at too. Where the objective names a
/// minibatch, answers are those of its examples, the same ones until `beginStep` draws others, and
/// observations those of all.
struct Meter: Oracle, ~Copyable {
  let objective: any TestFunction
  /// The objective where it gives residuals.
  let sum: (any ResidualObjective)?
  let budget: Budget
  var counts = Counts()
  var seenPoint: Vector
  var seenGradient: Vector
  var seenValue = Double.nan
  var hasSeen = false
  var noise: NoiseSource?
  /// The examples that answers come from, where there are any.
  var source: ExampleSource?
  /// Whether answers are those of a minibatch.
  let isSampled: Bool
  /// How many examples an answer looks at. It stands here, and not only in the source, since it is
  /// asked for at every query.
  var examplesOfAnswer: Int
  init(_ objective: some TestFunction, budget: Budget, seed: UInt64) {
    self.objective = objective
    self.budget = budget
    noise = objective.noise.map { NoiseSource($0, run: seed) }
    sum = objective.noise == nil ? objective.sumOfSquares : nil
    let source = ExampleSource(objective, run: seed)
    isSampled = source?.isSampled ?? false
    examplesOfAnswer = source?.count ?? 0
    self.source = source
    seenPoint = .zeros(objective.dimension)
    seenGradient = .zeros(objective.dimension)
  }

  var dimension: Int { objective.dimension }

  /// f(x) and ‖∇f(x)‖₂, uncounted.
  @inline(__always)
  mutating func observe(_ x: borrowing Vector) -> Observation {
    seenPoint.copy(x)
    seenValue = Self.evaluate(objective, at: x, into: &seenGradient)
    hasSeen = true
    return Observation(value: seenValue, gradientNorm: seenGradient.norm)
  }
  mutating func value(at x: borrowing Vector) throws(Halt) -> Double {
    try charge(.values)
    let value = source?.value(at: x) ?? objective.value(at: x.span)
    return noise?.disturb(value) ?? value
  }
  @inline(__always)
  mutating func gradient(
    at x: borrowing Vector, into gradient: inout Vector
  ) throws(Halt) -> Double {
    try charge(.gradients)
    let value: Double
    if isSampled, let sampled = source?.gradient(at: x, into: &gradient) {
      value = sampled
    } else if hasSeen(x) {
      gradient.copy(seenGradient)
      value = seenValue
    } else {
      value = Self.evaluate(objective, at: x, into: &gradient)
    }
    noise?.disturb(&gradient)
    return noise?.disturb(value) ?? value
  }
  @inline(__always)
  private static func evaluate(
    _ objective: borrowing any TestFunction, at x: borrowing Vector, into gradient: inout Vector
  ) -> Double {
    var span = gradient.mutableSpan
    return objective.gradient(at: x.span, into: &span)
  }
  mutating func hessian(
    at x: borrowing Vector, into hessian: inout SymmetricMatrix
  ) throws(Halt) {
    try charge(.hessians)
    if source?.hessian(at: x, into: &hessian) != true {
      objective.hessian(at: x.span, into: &hessian)
    }
  }
  mutating func product(
    at x: borrowing Vector, along d: borrowing Vector, into product: inout Vector
  ) throws(Halt) {
    try charge(.products)
    if source?.product(at: x, along: d, into: &product) == true { return }
    var span = product.mutableSpan
    objective.hessianProduct(at: x.span, along: d.span, into: &span)
  }

  var residualCount: Int? { sum?.residualCount }
  mutating func residuals(at x: borrowing Vector, into residuals: inout Vector) throws(Halt) {
    guard let sum else { throw .withoutResiduals }
    try charge(.values)
    var span = residuals.mutableSpan
    sum.residuals(at: x.span, into: &span)
  }
  mutating func jacobian(
    at x: borrowing Vector, into jacobian: inout Matrix, residuals: inout Vector
  ) throws(Halt) {
    guard let sum else { throw .withoutResiduals }
    try charge(.gradients)
    var entries = jacobian.elements.mutableSpan
    var span = residuals.mutableSpan
    sum.jacobian(at: x.span, into: &entries, residuals: &span)
  }

  var examples: Examples? { source?.examples }
  @inline(__always)
  mutating func gradient(
    at x: borrowing Vector, over some: [Int]?, into gradient: inout Vector
  ) throws(Halt) -> Double {
    guard let source else { throw .withoutExamples }
    try charge(.gradients, examples: some?.count ?? source.total)
    return source.gradient(at: x, over: some, into: &gradient)
  }
  @inline(__always)
  borrowing func hasSeen(_ x: borrowing Vector) -> Bool {
    guard hasSeen else { return false }
    for i in 0..<seenPoint.count where seenPoint[i] != x[i] { return false }
    return true
  }

  /// Counts a query; throws where the budget for it is spent.
  @inline(__always)
  mutating func charge(_ query: Query) throws(Halt) {
    try charge(query, examples: examplesOfAnswer)
  }

  /// - Parameter count: how many examples the answer looks at.
  @inline(__always)
  mutating func charge(_ query: Query, examples count: Int) throws(Halt) {
    if let limit = budget[query], counts[query] >= limit {
      throw .budgetSpent("\(limit) \(query.noun)")
    }
    if let limit = budget.evaluations, counts.evaluations >= limit {
      throw .budgetSpent("\(limit) evaluations")
    }
    if count > 0 {
      if let limit = budget[.samples], counts[.samples] + count > limit {
        throw .budgetSpent("\(limit) \(Query.samples.noun)")
      }
      counts[.samples] += count
    }
    counts[query] += 1
  }

  /// What comes before each step: the next minibatch is drawn.
  @inline(__always)
  mutating func beginStep() {
    guard isSampled else { return }
    source?.draw()
    examplesOfAnswer = source?.count ?? 0
  }
}
