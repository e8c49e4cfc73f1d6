import LinearAlgebra
import Specifications

extension Trajectory {
  /// A recording of columns that were kept elsewhere, one element an entry.
  ///
  /// - Parameters:
  ///   - start: n numbers, the iterate of entry 0.
  ///   - counts: what the whole run asked, which may be more than at its last entry.
  ///   - steps: from 0, ascending.
  ///   - cumulated: what had been asked until each entry; an empty list where a kind never was.
  ///   - iterates: n numbers an entry, the start included; nil where only the start is known.
  ///   - seconds: one an entry; none where the run was not timed.
  /// - Throws: `badData` where no run leaves such columns: lists of another length than steps,
  ///   steps that do not begin at 0 and ascend, counts below those before them or above `counts`.
  package init(
    function: Specification, dimension: Int, optimizer: Specification, title: String,
    seed: UInt64, minimum: Double?, exampleCount: Int? = nil, start: Vector, outcome: Outcome,
    counts: Counts, steps: [Int], values: [Double], gradientNorms: [Double],
    learningRates: [Double], cumulated: PerQuery<[Int]>, iterates: [Double]? = nil,
    figures: [(name: String, values: [Double])] = [], seconds: [Double] = []
  ) throws(SpecificationError) {
    try Self.requireSteps(steps)
    try Self.require(start.count, "coordinates of the start", dimension)
    try Self.require(values.count, "values", steps.count)
    try Self.require(gradientNorms.count, "gradient norms", steps.count)
    try Self.require(learningRates.count, "learning rates", steps.count)
    if let iterates { try Self.require(iterates.count, "coordinates", steps.count * dimension) }
    for figure in figures { try Self.require(figure.values.count, figure.name, steps.count) }
    if !seconds.isEmpty { try Self.require(seconds.count, "seconds", steps.count) }
    self.init(
      function: function, dimension: dimension, optimizer: optimizer, title: title, seed: seed,
      minimum: minimum, evaluationPointName: nil)
    (self.exampleCount, self.outcome, self.counts) = (exampleCount, outcome, counts)
    for step in steps { self.steps.append(step) }
    for rate in learningRates { self.learningRates.append(rate) }
    (self.values, self.gradientNorms) = (values, gradientNorms)
    (coordinates, self.seconds) = (iterates ?? start, seconds)
    self.figures = figures.map { Figure(name: $0.name, values: $0.values) }
    self.cumulated = try CountColumns(cumulated, count: steps.count, atMost: counts)
  }

  private static func requireSteps(_ steps: [Int]) throws(SpecificationError) {
    guard steps.first == 0 else {
      throw SpecificationError("expected steps that begin at 0", kind: .badData)
    }
    for (step, next) in zip(steps, steps.dropFirst()) where next <= step {
      throw SpecificationError(
        "step \(next) follows step \(step); expected steps that ascend", kind: .badData)
    }
  }

  fileprivate static func require(
    _ count: Int, _ noun: String, _ expected: Int
  ) throws(SpecificationError) {
    guard count == expected else {
      throw SpecificationError("\(count) \(noun); expected \(expected)", kind: .badData)
    }
  }
}

extension CountColumns {
  fileprivate init(
    _ lists: PerQuery<[Int]>, count: Int, atMost last: Counts
  ) throws(SpecificationError) {
    self.init()
    for query in Query.allCases where !lists[query].isEmpty {
      try Self.require(lists[query], of: query, count, atMost: last[query])
    }
    for i in 0..<count {
      var counts = Counts()
      for query in Query.allCases where !lists[query].isEmpty { counts[query] = lists[query][i] }
      append(counts)
    }
  }

  /// Throws where a list is no count of a run: of another length, below 0, falling or too large.
  private static func require(
    _ list: [Int], of query: Query, _ count: Int, atMost last: Int
  ) throws(SpecificationError) {
    try Trajectory.require(list.count, "counts of \(query.noun)", count)
    var before = 0
    for number in list {
      guard number >= before, number <= last else {
        throw SpecificationError(
          "\(number) \(query.noun) after \(before), of \(last) in all; expected counts that ascend",
          kind: .badData)
      }
      before = number
    }
  }
}
