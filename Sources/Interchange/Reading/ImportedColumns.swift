import Experiments
import LinearAlgebra
import Specifications

/// The columns of a recording that is read from somebody else's file, row by row.
struct ImportedColumns {
  let dimension: Int
  private(set) var steps: [Int] = []
  private var values: [Double] = []
  private var gradientNorms: [Double] = []
  private var learningRates: [Double] = []
  private var cumulated = PerQuery<[Int]>(repeating: [])
  private var start: [Double] = []
  /// n numbers an entry as long as every entry has a point.
  private var iterates: [Double] = []
  /// What was asked until the entry that comes next.
  var counts = Counts()

  init(dimension: Int) {
    self.dimension = dimension
  }

  /// Adds points at which f was asked, a point with its gradient being one, and gradients: as many
  /// of them as come with a point, and the others as products of the Hessian, which cost as much.
  mutating func charge(evaluations: Int, gradients: Int) {
    let together = min(evaluations, gradients)
    counts[.gradients] += together
    counts[.values] += evaluations - together
    counts[.products] += gradients - together
  }

  /// - Parameter point: n numbers, or none.
  mutating func append(
    step: Int, value: Double, point: [Double], gradientNorm: Double = .nan,
    learningRate: Double = .nan
  ) {
    if steps.isEmpty { start = point }
    steps.append(step)
    values.append(value)
    gradientNorms.append(gradientNorm)
    learningRates.append(learningRate)
    iterates += point
    for query in Query.allCases { cumulated[query].append(counts[query]) }
  }

  /// The recording, whose end nobody has told. A start that nobody has told is NaN.
  ///
  /// - Throws: where a run leaves no such columns.
  func trajectory(
    of function: Specification, minimum: Double?, by optimizer: Specification,
    titled title: String, seed: UInt64, outcome: Outcome = Outcome(.budgetSpent, "not told")
  ) throws(SpecificationError) -> Trajectory {
    try Trajectory(
      function: function, dimension: dimension, optimizer: optimizer, title: title, seed: seed,
      minimum: minimum,
      start: Vector(start.isEmpty ? Array(repeating: .nan, count: dimension) : start),
      outcome: outcome, counts: counts, steps: steps, values: values,
      gradientNorms: gradientNorms, learningRates: learningRates, cumulated: cumulated,
      iterates: iterates.count == steps.count * dimension ? iterates : nil)
  }
}
