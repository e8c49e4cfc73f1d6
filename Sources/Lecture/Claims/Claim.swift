import Scenes

/// Something the lecture says, what theory expects of it, and what was measured.
public struct Claim: Hashable, Sendable {
  /// Unlike that of the chapter's other claims: "top-speed".
  public let name: String
  /// What is claimed, as a sentence, in the lecture's notation.
  public let sentence: String
  /// What was measured, and on what.
  public let quantity: String
  /// What it is to be if the claim holds.
  public let theory: Theory
  /// What it was.
  public let measured: Measurement
  /// Under what the claim holds; nil where nothing needs to be added.
  public let condition: String?
  /// What is true instead, of a claim that is known to be a slip; nil for all others.
  public let correction: String?

  /// - Parameters:
  ///   - condition: a clause that goes on after "holds": "while f is convex".
  ///   - correction: a sentence; given where the claim is expected to fail.
  public init(
    _ name: String, _ sentence: String, quantity: String, theory: Theory, measured: Measurement,
    condition: String? = nil, correction: String? = nil
  ) {
    (self.name, self.sentence, self.quantity) = (name, sentence, quantity)
    (self.theory, self.measured) = (theory, measured)
    (self.condition, self.correction) = (condition, correction)
  }

  /// What the measurement says of the claim.
  public var verdict: Verdict {
    guard theory.admits(measured.value) else { return .fails }
    return condition == nil ? .holds : .conditional
  }

  /// What the verdict is where everything is as theory has it: the lecture's slips fail.
  public var expectedVerdict: Verdict {
    if correction != nil { return .fails }
    return condition == nil ? .holds : .conditional
  }
}

/// What a measurement says of a claim.
public enum Verdict: String, CaseIterable, Sendable {
  /// The measurement is as theory has it.
  case holds
  /// It is, under a condition that the claim tells.
  case conditional = "holds with a condition"
  /// It is not.
  case fails
}

/// A number that was measured.
public struct Measurement: Hashable, Sendable {
  /// NaN where nothing could be measured, which no theory admits.
  public let value: Double
  /// Where it lies with 95 % confidence, or between which quartiles; nil for what has no chance in
  /// it.
  public let interval: ClosedRange<Double>?

  /// - Parameter interval: holds the value.
  public init(_ value: Double, in interval: ClosedRange<Double>? = nil) {
    (self.value, self.interval) = (value, interval)
  }

  /// "0.998, 0.97 to 1.02".
  public var text: String {
    let number = Self.text(value)
    guard let interval else { return number }
    return "\(number), \(Self.text(interval.lowerBound)) to \(Self.text(interval.upperBound))"
  }

  /// Four digits, which is more than a claim needs.
  static func text(_ value: Double) -> String { NumberLabel.value(value) }
}
