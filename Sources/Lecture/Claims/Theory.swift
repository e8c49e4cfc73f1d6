/// What a quantity is to be, how far off it may be, and why.
public struct Theory: Hashable, Sendable {
  /// The values that are right.
  public enum Expectation: Hashable, Sendable {
    /// A number, and how far from it a measurement may be.
    case near(Double, tolerance: Double)
    /// A number or less.
    case atMost(Double)
    /// A number or more.
    case atLeast(Double)
  }

  /// The values that are right.
  public let expectation: Expectation
  /// Where value and tolerance come from.
  public let reason: String

  private init(_ expectation: Expectation, _ reason: String) {
    (self.expectation, self.reason) = (expectation, reason)
  }

  /// A number.
  ///
  /// - Parameters:
  ///   - tolerance: 0 or more, in the number's unit.
  ///   - reason: where both come from.
  public static func near(_ value: Double, within tolerance: Double, _ reason: String) -> Theory {
    Theory(.near(value, tolerance: tolerance), reason)
  }

  /// No more than a bound.
  public static func atMost(_ bound: Double, _ reason: String) -> Theory {
    Theory(.atMost(bound), reason)
  }

  /// No less than a bound.
  public static func atLeast(_ bound: Double, _ reason: String) -> Theory {
    Theory(.atLeast(bound), reason)
  }

  /// Whether a value is right; none is that is no number.
  public func admits(_ value: Double) -> Bool {
    switch expectation {
    case .near(let number, let tolerance): abs(value - number) <= tolerance
    case .atMost(let bound): value <= bound
    case .atLeast(let bound): value >= bound
    }
  }

  /// "10 ± 0.01", "at most 2".
  public var text: String {
    switch expectation {
    case .near(let number, let tolerance):
      tolerance == 0
        ? Measurement.text(number)
        : "\(Measurement.text(number)) ± \(Measurement.text(tolerance))"
    case .atMost(let bound): "at most \(Measurement.text(bound))"
    case .atLeast(let bound): "at least \(Measurement.text(bound))"
    }
  }
}
