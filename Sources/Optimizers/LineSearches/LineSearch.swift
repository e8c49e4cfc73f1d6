import LinearAlgebra
import Specifications

/// How far to go along a direction p: the choice of ε in θ ← θ + ε p.
///
/// - `strong-wolfe` finds ε with f(θ + εp) ≤ f + c₁ ε gᵀp and |∇f(θ + εp)ᵀp| ≤ c₂ |gᵀp|, by the
///   rules of Moré and Thuente (`StrongWolfeSearch`).
/// - `minfunc` finds such ε by the rules of minFunc and torch (`MinFuncSearch`).
/// - `nocedal-wright` finds such ε by the rules of scipy's `line_search` (`NocedalWrightSearch`).
/// - `scipy` and `l-bfgs-b` find such ε as the methods of scipy do (`ScipySearch`, `LBFGSBSearch`).
/// - `hager-zhang` finds ε with the first of these and ∇f(θ + εp)ᵀp ≥ c₂ gᵀp, or near the limit of
///   rounding their approximate form (`HagerZhangSearch`).
/// - `weak-wolfe` finds ε with the same two by bisection (`WeakWolfeSearch`).
/// - `armijo` multiplies ε by `shrink` until f is low enough, `non-monotone` until it is low enough
///   beside the largest of the last `window` values (`BacktrackingSearch`).
/// - `exact` takes ε = −gᵀp / pᵀHp with one Hessian product: the minimum along p of a quadratic, and
///   elsewhere Newton's step on the line.
/// - `fixed` takes ε = lr.
public struct LineSearch: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case strongWolfe = "strong-wolfe"
    case minFunc = "minfunc"
    case nocedalWright = "nocedal-wright"
    case scipy
    case lbfgsb = "l-bfgs-b"
    case hagerZhang = "hager-zhang"
    case weakWolfe = "weak-wolfe"
    case armijo
    case nonMonotone = "non-monotone"
    case exact
    case fixed
  }

  public var kind = Kind.strongWolfe
  /// c₁, the share of the promised decrease that is enough.
  public var sufficientDecrease = 1e-4
  /// c₂, the share of the slope that may remain.
  public var remainingSlope: Double
  /// ε of a fixed step; multiplies the first trial of a search.
  public var rate: Rate = 1
  /// What a step that is too long is multiplied by.
  public var contraction = 0.5
  /// What cards of methods say whose first trial expects the decrease of the step before it.
  static let riseNote =
    "With search=non-monotone iterates depend on the unit of f where f has risen."

  /// Whether no trial is longer than the first.
  var onlyShortens: Bool { kind == .armijo || kind == .nonMonotone }

  /// How many of the latest values of f bound the next one; 1 is Armijo's rule.
  public var window = 10
  /// Whether `hager-zhang` spends a gradient on the choice of its first trial.
  public var interpolatesFirstTrial: Bool
  /// The shortest and the longest step of `scipy`'s first search.
  var stepRange = 1e-100...1e100

  /// `isNatural` where the directions' own length is a good first trial, as Newton's.
  init(remainingSlope: Double, isNatural: Bool = true) {
    self.remainingSlope = remainingSlope
    interpolatesFirstTrial = !isNatural
  }
}

extension LineSearch {
  /// Where a search ended.
  struct Step: Sendable {
    let length: Double
    /// The point, evaluated where the search had to.
    let sample: Sample
  }

  /// The step from `start`, which is evaluated, along `direction`. `trial` is the guess for ε after
  /// `stepCount` steps, `mostTrials` how many more `minfunc` may try after it. `values` are the latest
  /// of f, for a search that looks back.
  func step<O: Oracle & ~Copyable>(
    from start: Sample, along direction: Vector, trial: Double, stepCount: Int,
    mostTrials: Int = MinFuncSearch.mostTrials, values: [Double] = [], querying oracle: inout O
  ) throws(Halt) -> Step {
    // Where gᵀp overflows, as with g of 1e200 and p = −g, a multiple of p is searched.
    let unit = kind == .fixed ? 1 : direction.unit(multiplying: start.gradient)
    guard unit == 1 else {
      let found = try step(
        from: start, along: direction.map { unit * $0 }, trial: trial / unit,
        stepCount: stepCount, mostTrials: mostTrials, values: values, querying: &oracle)
      return Step(length: unit * found.length, sample: found.sample)
    }
    let rate = rate.value(at: stepCount)
    switch kind {
    case .nocedalWright, .scipy, .lbfgsb, .hagerZhang, .weakWolfe, .armijo, .nonMonotone:
      return try probing(
        LineProbe(from: start, along: direction), firstTrial: trial * rate, values: values,
        querying: &oracle)
    case .strongWolfe:
      var search = StrongWolfeSearch(self, from: start, along: direction)
      return try search.run(firstTrial: trial * rate, querying: &oracle)
    case .minFunc:
      let search = MinFuncSearch(self, from: start, along: direction, mostTrials: mostTrials)
      return try search.run(firstTrial: trial * rate, querying: &oracle)
    case .exact:
      let length = try exactLength(from: start, along: direction, querying: &oracle)
      return Step(length: length, sample: start.moved(length, along: direction))
    case .fixed:
      return Step(length: rate, sample: start.moved(rate, along: direction))
    }
  }

  /// The same, or nil where `direction` does not descend or the search finds no lower point.
  func stepIfLower<O: Oracle & ~Copyable>(
    from start: Sample, along direction: Vector, trial: Double, stepCount: Int,
    mostTrials: Int = MinFuncSearch.mostTrials, values: [Double] = [], querying oracle: inout O
  ) throws(Halt) -> Step? {
    guard start.gradient.dot(direction) < 0 else { return nil }
    return try stepUnlessStalled(
      from: start, along: direction, trial: trial, stepCount: stepCount, mostTrials: mostTrials,
      values: values, querying: &oracle)
  }

  /// The same, or nil where the search finds no lower point; a fixed step may climb.
  func stepUnlessStalled<O: Oracle & ~Copyable>(
    from start: Sample, along direction: Vector, trial: Double, stepCount: Int,
    mostTrials: Int = MinFuncSearch.mostTrials, values: [Double] = [], querying oracle: inout O
  ) throws(Halt) -> Step? {
    do throws(Halt) {
      return try step(
        from: start, along: direction, trial: trial, stepCount: stepCount, mostTrials: mostTrials,
        values: values, querying: &oracle)
    } catch {
      if case .stalled = error { return nil }
      throw error
    }
  }

  private func probing<O: Oracle & ~Copyable>(
    _ probe: LineProbe, firstTrial: Double, values: [Double], querying oracle: inout O
  ) throws(Halt) -> Step {
    switch kind {
    case .nocedalWright:
      var search = NocedalWrightSearch(self, probe)
      return try search.run(firstTrial: firstTrial, querying: &oracle)
    case .scipy:
      return try ScipySearch(self, probe).run(
        values: values, guess: firstTrial, querying: &oracle)
    case .lbfgsb:
      var search = LBFGSBSearch(self, probe)
      return try search.run(firstTrial: firstTrial, querying: &oracle)
    case .hagerZhang:
      var search = HagerZhangSearch(self, probe)
      return try search.run(firstTrial: firstTrial, querying: &oracle)
    case .weakWolfe:
      return try WeakWolfeSearch(self, probe).run(firstTrial: firstTrial, querying: &oracle)
    default:
      let latest = kind == .nonMonotone ? values.suffix(window) : []
      let search = BacktrackingSearch(
        self, probe, reference: latest.reduce(probe.start.value, max))
      return try search.run(firstTrial: firstTrial, querying: &oracle)
    }
  }

  /// ε = −gᵀp / pᵀHp.
  private func exactLength<O: Oracle & ~Copyable>(
    from start: Sample, along direction: Vector, querying oracle: inout O
  ) throws(Halt) -> Double {
    guard start.isFinite else { throw .failed("f or its gradient is not finite") }
    let slope = start.gradient.dot(direction)
    guard slope != 0 else { throw .stalled("the gradient vanishes along the search direction") }
    var product = Vector.zeros(direction.count)
    try oracle.product(at: start.x, along: direction, into: &product)
    let curvature = direction.dot(product)
    guard curvature > 0 else {
      throw .failed(
        "exact line search: the curvature along the direction is not positive, so f has no "
          + "minimum there")
    }
    return -slope / curvature
  }
}

extension Sample {
  /// −g.
  var steepestDescent: Vector { gradient.negated }

  /// x + ε p, not evaluated.
  func moved(_ length: Double, along direction: Vector) -> Sample {
    var point = x
    point.add(length, direction)
    return Sample(at: point)
  }
}

extension LineSearch {
  /// What `contraction` may be: nearer 1 a search would take many thousands of trials.
  static let contractions = Interval(0, 0.99, openBelow: true)

  /// How many of the latest values the search asks for.
  var lookBack: Int {
    switch kind {
    case .nonMonotone: window
    case .scipy: 2
    default: 0
    }
  }
}
