import LinearAlgebra
import Specifications

/// The search of scipy's BFGS, CG and Newton-CG: `MinpackSearch`, and where that finds no ε,
/// algorithm 3.5 of Nocedal and Wright from the same first trial, which is not asked twice.
///
/// The second takes what ten doublings lead to, unseen. Where it finds nothing either, the run
/// ends, as scipy's does. The first trial is min(1, 1.01 · 2 (f − f′) / gᵀp) with the value f′
/// before, as in Nocedal and Wright's (3.60). A trial where f or ∇f is not finite is too high, and
/// one with f = −∞ is taken. One gradient a trial, where scipy's second search asks for values
/// alone at some.
public struct ScipySearch: WolfeSearch {
  public static let name = "scipy"
  public static let title = "The search of scipy's BFGS, CG and Newton-CG"
  public static let formula = WolfeConditions.strong
  public static let reference = "line_search_wolfe1 and line_search_wolfe2 of scipy"
  public static let parameters: [Parameter<Self>] = wolfeParameters

  /// c₁; nil where it is the method's.
  public var sufficientDecrease: Double?
  /// c₂; nil where it is the method's.
  public var remainingSlope: Double?

  /// What cards of methods with this search say of it.
  static let note =
    "With preset=scipy a trial where f is not finite is too long; scipy computes on with it."

  private static let unsuccessful = Halt.failed(
    "no step meets the Wolfe conditions, where scipy ends the run")

  public init() {}

  public func lookBack(with constants: SearchConstants) -> Int { 2 }

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    let probe = try line.probe()
    let firstTrial = Self.firstTrial(line, slope: probe.slope)
    var first = MinpackSearch(
      line.constants, probe,
      limits: MinpackSearch.Limits(
        steps: line.constants.stepRange, narrowest: 1e-14, mostTrials: 99))
    if let found = try first.run(firstTrial: firstTrial, querying: &oracle)?.accepted,
      line.isAcceptable(found)
    {
      return found
    }
    var second = NocedalWrightRun(
      line.constants, probe, limits: .scipy, isAcceptable: { line.isAcceptable($0.accepted) })
    let found = try second.met(
      firstTrial: firstTrial, known: first.opening, querying: &oracle)
    if let found { return found }
    throw Self.unsuccessful
  }

  /// From the latest two values of f; the method's guess where there is one alone.
  private static func firstTrial(_ line: SearchLine, slope: Double) -> Double {
    var trial = line.firstTrial
    if line.values.count == 2 { trial = 2 * (line.values[1] - line.values[0]) / slope }
    return trial < 0 ? 1 : min(1, 1.01 * trial)
  }
}
