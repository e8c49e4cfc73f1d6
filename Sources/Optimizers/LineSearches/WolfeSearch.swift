import Specifications

/// A search for ε with Wolfe's conditions, which read c₁ and c₂.
public protocol WolfeSearch: LineSearch {
  /// c₁; nil where it is the method's.
  var sufficientDecrease: Double? { get set }
  /// c₂; nil where it is the method's.
  var remainingSlope: Double? { get set }
}

extension WolfeSearch {
  /// c₁ and c₂.
  public static var wolfeParameters: [Parameter<Self>] {
    [
      .ownDecrease(\.sufficientDecrease),
      .inherited(\.remainingSlope, 0.5) {
        .remainingSlope($0, "share of the slope that may remain, above c1")
      },
    ]
  }

  public func constants(of method: SearchConstants) -> SearchConstants {
    withWolfeConstants(method)
  }

  func withWolfeConstants(_ method: SearchConstants) -> SearchConstants {
    var constants = method
    constants.sufficientDecrease = sufficientDecrease ?? method.sufficientDecrease
    constants.remainingSlope = remainingSlope ?? method.remainingSlope
    return constants
  }
}

/// What lists say of the conditions.
public enum WolfeConditions {
  /// Decrease, and a slope of at most c₂ times the first in magnitude.
  public static let strong = "f(x + ε p) ≤ f + c₁ ε gᵀ p, |g(x + ε p)ᵀ p| ≤ c₂ |gᵀ p|"
  /// Decrease, and a slope of no less than c₂ times the first.
  public static let weak = "f(x + ε p) ≤ f + c₁ ε gᵀ p, g(x + ε p)ᵀ p ≥ c₂ gᵀ p"
}
