import Foundation
import Statistics

extension FittedRate {
  /// "k^-1.00", "0.9025^k", "order 2.00".
  public var text: String {
    switch law {
    case .power: "k^" + Self.hundredths(value)
    case .factor: Self.factor(value) + "^k"
    case .order: "order " + Self.hundredths(value)
    }
  }

  /// "8-50".
  public var rangeText: String { "\(range.lowerBound)-\(range.upperBound)" }

  private static func hundredths(_ value: Double) -> String {
    // Zero has no sign.
    String(format: "%.2f", (value * 100).rounded() / 100 + 0)
  }

  /// Four decimals, or so many that three digits of the distance from 1 are seen; few digits of
  /// what is far from 1.
  private static func factor(_ value: Double) -> String {
    guard 0.01...100 ~= value else { return Digits.short(value) }
    let distance = abs(1 - value)
    let digits = distance > 0 ? Int((2 - log10(distance)).rounded(.up)) : 4
    return String(format: "%.*f", min(max(digits, 4), 12), value)
  }
}
