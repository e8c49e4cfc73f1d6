import LinearAlgebra
import Specifications

/// The search of L-BFGS-B: `MinpackSearch` with twenty trials, which takes its lowest trial where
/// it can no longer narrow its bracket to less than a tenth. None is taken where twenty were not
/// enough.
public struct LBFGSBSearch: WolfeSearch {
  public static let name = "l-bfgs-b"
  public static let title = "The search of L-BFGS-B"
  public static let formula = WolfeConditions.strong
  public static let reference =
    "Zhu, Byrd, Lu and Nocedal, ACM Trans. Math. Softw. 23 (1997) 550-560"
  public static let parameters: [Parameter<Self>] = wolfeParameters

  /// c₁; nil where it is the method's.
  public var sufficientDecrease: Double?
  /// c₂; nil where it is the method's.
  public var remainingSlope: Double?

  private static let limits = MinpackSearch.Limits(
    steps: 0...1e10, narrowest: 0.1, mostTrials: 20)

  private static let unsuccessful = Halt.stalled(
    "no step meets the Wolfe conditions in \(limits.mostTrials) trials, where L-BFGS-B gives up")

  public init() {}

  public func step<O: Oracle & ~Copyable>(
    along line: SearchLine, querying oracle: inout O
  ) throws(Halt) -> LineStep {
    var search = MinpackSearch(line.constants, try line.probe(), limits: Self.limits)
    let met = try search.run(
      firstTrial: min(line.firstTrial, Self.limits.steps.upperBound), querying: &oracle)
    guard !search.isOutOfTrials else { throw Self.unsuccessful }
    guard let found = met ?? search.bestTrial else { throw LineProbe.noLowerPoint }
    return found.accepted
  }
}
