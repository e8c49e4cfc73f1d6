/// A number that a setting takes.
public protocol RangedNumber: Comparable, Sendable {
  /// "a whole number".
  static var kind: String { get }
  /// How it is written.
  var digits: String { get }
  /// nil where `text` writes no such number.
  static func read(_ text: String) -> Self?
}

extension RangedNumber where Self: FixedWidthInteger {
  public static var kind: String { "a whole number" }
  public var digits: String { String(self) }
  /// Also as in 1e3; nil for what is no whole number or does not fit into the type.
  public static func read(_ text: String) -> Self? { NumberText.parseWhole(text) }
}

extension Int: RangedNumber {}
extension UInt64: RangedNumber {}

extension Double: RangedNumber {
  public static var kind: String { "a number" }
  public var digits: String { NumberText.short(self) }
  /// In decimal; nil for anything else.
  public static func read(_ text: String) -> Double? { NumberText.parse(text) }
}

/// The numbers that a setting takes; another, or what is none, is told what was expected.
public struct NumberRange<Number: RangedNumber>: Sendable {
  private let bounds: ClosedRange<Number>
  /// "a whole number from 1 to 240".
  private let expected: String

  /// What the numbers are, for schemas and tables.
  public var values: SettingValues {
    .number(
      isWhole: Number.self is any FixedWidthInteger.Type, low: bounds.lowerBound.digits,
      high: bounds.upperBound.digits)
  }

  /// The numbers from `low` to `high`, both among them; `low` is at most `high`.
  public static func from(_ low: Number, to high: Number) -> Self {
    Self(
      bounds: low...high, expected: "\(Number.kind) from \(low.digits) to \(high.digits)")
  }

  /// The number that a text writes.
  ///
  /// - Throws: what was expected, where it writes none or one out of range.
  public func read(_ text: String) throws(SpecificationError) -> Number {
    guard let number = Number.read(text), bounds.contains(number) else {
      throw SpecificationError("expected \(expected)")
    }
    return number
  }
}

extension NumberRange<Double> {
  /// The numbers from `low` on, which is among them, as ∞ is.
  public static func from(_ low: Double) -> Self {
    Self(bounds: low...Double.infinity, expected: "\(Double.kind), \(low.digits) or more")
  }
}
