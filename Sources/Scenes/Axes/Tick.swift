import Contours
import RealModule

/// A place on an axis that is marked.
public struct Tick: Hashable, Sendable {
  /// In the values of the scale; 0 for the row below a logarithmic one.
  public let value: Double
  /// nil for a minor tick.
  public let label: String?

  /// - Parameter label: nil for a minor tick.
  public init(value: Double, label: String?) {
    self.value = value
    self.label = label
  }

  /// Ticks within a scale's domain, about `target` of them labelled, after that of a row for zero.
  public static func ticks(for scale: Scale, target: Int) -> [Tick] {
    guard scale.isLogarithmic else { return linear(scale.domain, target: max(target, 2)) }
    let zero = scale.zeroLabel.map { [Tick(value: 0, label: $0)] } ?? []
    return zero + logarithmic(scale.domain, target: max(target, 2))
  }

  /// Whole numbers beyond this are no longer told apart.
  private static let largestCount = 9e15

  /// Multiples of 1, 2 or 5 times a power of ten, two at least.
  static func linear(_ domain: ClosedRange<Double>, target: Int) -> [Tick] {
    let span = domain.upperBound / Double(target) - domain.lowerBound / Double(target)
    guard span > 0, span.isFinite else { return [] }
    let usual = Rung(nearest: span)
    // Two steps of a finer one fit into the domain.
    let steps = [usual, Rung(usual.index - 1), Rung(usual.index - 2)]
    let slack = span * 1e-6
    func multiples(_ step: Rung) -> ClosedRange<Int>? {
      let first = ((domain.lowerBound - slack) / step.value).rounded(.up)
      let last = ((domain.upperBound + slack) / step.value).rounded(.down)
      guard abs(first) < largestCount, abs(last) < largestCount, first <= last else { return nil }
      return Int(clamping: first)...Int(clamping: last)
    }
    let step = steps.first { multiples($0).map { $0.count > 1 } ?? false } ?? usual
    return (multiples(step).map(Array.init) ?? []).map { i in
      let label = NumberLabel.decimal(i * step.mantissa, exponent: step.exponent)
      return Tick(value: Double(i) * step.value, label: label)
    }
  }

  /// Powers of ten; with 2 and 5 in between where there are few, with gaps where there are many;
  /// where fewer than two of them are labelled, multiples.
  static func logarithmic(_ domain: ClosedRange<Double>, target: Int) -> [Tick] {
    let bottom = Rung(notBelow: domain.lowerBound / 1.000001).index
    let top = Rung(notAbove: min(domain.upperBound * 1.000001, .greatestFiniteMagnitude)).index
    guard bottom <= top else { return linear(domain, target: target) }
    let decades = Double.log10(domain.upperBound / domain.lowerBound)
    let isPlain = NumberLabel.arePlain([Rung(bottom).value, Rung(top).value])
    func label(_ rung: Rung) -> String {
      isPlain
        ? NumberLabel.decimal(rung.mantissa, exponent: rung.exponent) : NumberLabel.power(rung)
    }
    func ticks(_ stride: Int) -> [Tick] {
      (bottom...top).compactMap { tick(Rung($0), stride: stride, decades: decades, label: label) }
    }
    let usual = stride(decades: decades, target: target)
    let choices = strides.filter { $0 <= usual }.reversed().lazy.map(ticks)
    return choices.first { $0.count { $0.label != nil } > 1 } ?? linear(domain, target: target)
  }

  /// - Parameters:
  ///   - stride: how many decades lie between labels.
  ///   - label: of a rung that has one.
  private static func tick(
    _ rung: Rung, stride: Int, decades: Double, label: (Rung) -> String
  ) -> Tick? {
    let isDecade = rung.mantissa == 1
    if stride > 1 && !isDecade { return nil }
    let isLabelled = isDecade ? rung.exponent.isMultiple(of: stride) : decades < 2
    guard isLabelled else { return Tick(value: rung.value, label: nil) }
    return Tick(value: rung.value, label: label(rung))
  }

  private static let strides = [1, 2, 3, 5, 10, 20, 50, 100]

  private static func stride(decades: Double, target: Int) -> Int {
    let wanted = decades / Double(target)
    return strides.first { Double($0) >= wanted * 0.95 } ?? 100
  }
}
