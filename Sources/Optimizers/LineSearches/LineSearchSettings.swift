import Specifications

/// Settings of a method that searches along a line.
public protocol LineSearchSettings: OptimizerSettings {
  var lineSearch: LineSearch { get set }
}

extension LineSearchSettings {
  static var lineSearchParameters: [Parameter<Self>] {
    [
      .choice("search", \.lineSearch.kind, "how the step length is found"),
      .number(
        "c1", \.lineSearch.sufficientDecrease, symbol: "c₁",
        in: Interval(0, 1, openBelow: true, openAbove: true),
        "searches: share of the promised decrease that is enough"),
      .number(
        "c2", \.lineSearch.remainingSlope, symbol: "c₂",
        in: Interval(0, 1, openBelow: true, openAbove: true),
        "Wolfe searches: share of the slope that may remain, above c1"),
      .rate(
        "lr", \.lineSearch.rate, symbol: "ε", in: .positive,
        "fixed: the step length; searches: factor of the first trial"),
      .number(
        "shrink", \.lineSearch.contraction, in: LineSearch.contractions,
        "armijo and non-monotone: what a step too long is multiplied by"),
      .integer(
        "window", \.lineSearch.window, in: 1...1000,
        "non-monotone: how many of the latest values bound the next"),
      .flag(
        "quad-step", \.lineSearch.interpolatesFirstTrial,
        "hager-zhang: one gradient more for the choice of the first trial"),
    ]
  }

  public mutating func settle() throws(SpecificationError) {
    guard lineSearch.sufficientDecrease < lineSearch.remainingSlope else {
      throw SpecificationError("\(Self.name): c1 must be less than c2")
    }
  }
}
