import RealModule
import Specifications

/// A line that curves of a chart are compared with: a start that falls as a power of k, by a factor
/// a step, or not at all. k is what the clock counts.
public enum ChartGuide: Hashable, Sendable {
  /// As k^−p, p being positive, from the highest start.
  case power(Double)
  /// As qᵏ, 0 < q < 1, from the highest start.
  case factor(Double)
  /// A value of the axis.
  case level(Double)

  /// Whether it needs no k, which time on the wall does not count.
  public var isLevel: Bool {
    if case .level = self { true } else { false }
  }
}

/// 1/k, 1/k^2, 0.9^k, 1e-6.
extension ChartGuide: Choice {
  /// One of each kind.
  public static let choices = ["1/k", "1/k^2", "0.9^k", "1e-6"]

  private static let powers = NumberRange.from(0.01, to: 100)

  public var spelling: String {
    switch self {
    case .power(1): "1/k"
    case .power(let p): "1/k^\(p.digits)"
    case .factor(let q): "\(q.digits)^k"
    case .level(let value): value.digits
    }
  }

  /// - Throws: what was expected, unless it is a power of 1/k from 0.01 to 100, a factor between 0
  ///   and 1, or a finite number.
  public init(spelling text: String) throws(SpecificationError) {
    if text == "1/k" {
      self = .power(1)
    } else if text.hasPrefix("1/k^") {
      self = .power(try Self.powers.read(String(text.dropFirst(4))))
    } else if text.hasSuffix("^k") {
      guard let factor = Double.read(String(text.dropLast(2))), factor > 0, factor < 1 else {
        throw SpecificationError("expected a factor between 0 and 1, as in 0.9^k")
      }
      self = .factor(factor)
    } else if let value = Double.read(text), value.isFinite {
      self = .level(value)
    } else {
      throw .hint(for: text, among: Self.choices)
    }
  }
}
