import Specifications

/// Settings of a method that searches along a line.
public protocol LineSearchSettings: OptimizerSettings {
  /// How the step length is found.
  var lineSearch: StepLengthRule { get set }
}

extension LineSearchSettings {
  static var lineSearchParameters: [Parameter<Self>] {
    [
      .search("search", \.lineSearch.search, "how the step length is found"),
      .sufficientDecrease(
        \.lineSearch.constants.sufficientDecrease,
        "searches: share of the promised decrease that is enough"),
      .remainingSlope(
        \.lineSearch.constants.remainingSlope,
        "Wolfe searches: share of the slope that may remain, above c1"),
      .rate(
        "lr", \.lineSearch.rate, symbol: "ε", in: .positive,
        "fixed: the step length; searches: factor of the first trial"
      ).searched(.logarithmic(0.01...100)),
      .contraction(
        \.lineSearch.constants.contraction,
        "armijo and non-monotone: what a step too long is multiplied by"),
      .window(
        \.lineSearch.constants.window,
        "non-monotone: how many of the latest values bound the next"),
      .flag(
        "quad-step", \.lineSearch.constants.interpolatesFirstTrial,
        "hager-zhang: one gradient more for the choice of the first trial"),
    ]
  }

  public mutating func resolve() throws(SpecificationError) {
    try lineSearch.check(Self.name)
  }
}
