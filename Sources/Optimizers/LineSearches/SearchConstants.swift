import Specifications

/// What the length of a method's directions says of the step along them.
enum DirectionLength {
  /// It is a good first trial, as Newton's.
  case natural
  case ofAnyLength
}

/// The constants that line searches share. Each method has its own, and each search reads those
/// that it knows.
public struct SearchConstants: Hashable, Sendable {
  /// c₁ in (0, 1), the share of the promised decrease that is enough.
  public var sufficientDecrease = 1e-4
  /// c₂ in (0, 1), the share of the slope that may remain; above c₁.
  public var remainingSlope: Double
  /// What a step that is too long is multiplied by, in (0, 0.99].
  public var contraction = 0.5
  /// How many of the latest values of f bound the next one, at least 1, which is Armijo's rule.
  public var window = 10
  /// Whether a gradient may be spent on the choice of the first trial.
  public var interpolatesFirstTrial: Bool
  /// The shortest and the longest step of `scipy`'s first search.
  var stepRange = 1e-100...1e100

  init(remainingSlope: Double, directions: DirectionLength = .natural) {
    self.remainingSlope = remainingSlope
    interpolatesFirstTrial = directions == .ofAnyLength
  }
}

// MARK: - Their parameters, for methods and searches alike

extension Parameter {
  static func sufficientDecrease(
    _ path: WritableKeyPath<Root, Double> & Sendable, _ summary: String
  ) -> Self {
    .number("c1", path, symbol: "c₁", in: .inside, summary)
  }

  static func remainingSlope(
    _ path: WritableKeyPath<Root, Double> & Sendable, _ summary: String
  ) -> Self {
    .number("c2", path, symbol: "c₂", in: .inside, summary).searched(.linear(0.1...0.95))
  }

  /// Nearer 1 a search would take many thousands of trials.
  static func contraction(
    _ path: WritableKeyPath<Root, Double> & Sendable, _ summary: String
  ) -> Self {
    .number("shrink", path, in: Interval(0, 0.99, openBelow: true), summary)
  }

  static func window(
    _ path: WritableKeyPath<Root, Int> & Sendable, _ summary: String
  ) -> Self {
    .integer("window", path, in: 1...1000, summary)
  }

  /// A constant of a search that is the method's unless it is given. The search puts it into the
  /// method's constants (`LineSearch.constants(of:)`).
  public static func inherited<Value: Sendable>(
    _ path: WritableKeyPath<Root, Value?> & Sendable, _ standIn: Value,
    _ parameter: (WritableKeyPath<Given<Value>, Value> & Sendable) -> Parameter<Given<Value>>
  ) -> Self {
    .optional(path, unset: "inherited", standIn: standIn, parameter)
  }

  /// c₁ of a search, unset where it is the method's.
  public static func ownDecrease(_ path: WritableKeyPath<Root, Double?> & Sendable) -> Self {
    .inherited(path, 0.5) {
      .sufficientDecrease($0, "share of the promised decrease that is enough")
    }
  }
}

extension Interval {
  /// (0, 1).
  fileprivate static let inside = Interval(0, 1, openBelow: true, openAbove: true)
}
