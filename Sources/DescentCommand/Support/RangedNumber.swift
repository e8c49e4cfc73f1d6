import ArgumentParser
import Specifications

/// A number that an option takes.
protocol RangedNumber: Comparable, Sendable {
  /// "a whole number".
  static var kind: String { get }
  /// How a bound of a range is written.
  var digits: String { get }
  /// nil where `text` writes no such number.
  static func read(_ text: String) -> Self?
}

extension RangedNumber where Self: FixedWidthInteger {
  static var kind: String { "a whole number" }
  var digits: String { String(self) }
  static func read(_ text: String) -> Self? { NumberText.parseWhole(text) }
}

extension Int: RangedNumber {}
extension UInt64: RangedNumber {}

extension Double: RangedNumber {
  static var kind: String { "a number" }
  var digits: String { NumberText.short(self) }
  static func read(_ text: String) -> Self? { NumberText.parse(text) }
}

/// The numbers that an option takes; another, or what is none, is told what was expected.
struct NumberRange<Number: RangedNumber>: Sendable {
  private let bounds: ClosedRange<Number>
  /// "a whole number from 1 to 240".
  private let expected: String

  static func from(_ low: Number, to high: Number) -> Self {
    Self(
      bounds: low...high, expected: "\(Number.kind) from \(low.digits) to \(high.digits)")
  }

  @Sendable fileprivate func read(_ text: String) throws -> Number {
    guard let number = Number.read(text), bounds.contains(number) else {
      throw SpecificationError("expected \(expected)")
    }
    return number
  }
}

extension NumberRange<Double> {
  static func from(_ low: Double) -> Self {
    Self(bounds: low...Double.infinity, expected: "\(Double.kind), \(low.digits) or more")
  }
}

// MARK: - As options

// A value that begins with a minus is a number too, to be told that it is out of range.

extension Option where Value: RangedNumber {
  init(
    wrappedValue: Value, name: NameSpecification = .long, help: ArgumentHelp,
    range: NumberRange<Value>
  ) {
    var help = help
    help.abstract += " (default: \(wrappedValue.digits))"
    self.init(
      wrappedValue: wrappedValue, name: name, parsing: .unconditional, help: help,
      transform: range.read)
  }
}

extension Option {
  init<Number: RangedNumber>(
    name: NameSpecification = .long, help: ArgumentHelp, range: NumberRange<Number>
  ) where Value == Number? {
    self.init(name: name, parsing: .unconditional, help: help, transform: range.read)
  }
}
