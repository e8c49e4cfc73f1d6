import RealModule

/// The heights at which contours are drawn, ascending.
public struct Levels: Hashable, Sendable {
  /// How they came about.
  public enum Rule: Hashable, Sendable {
    /// Geometric in the excess f − f*, each excess 1, 2 or 5 times a power of ten; where that
    /// would be too coarse, on a finer decimal ladder.
    case excess
    /// Geometric in |f| on either side of zero.
    case symmetric
    /// At equal distances.
    case linear
    /// Between two levels lies about the same area.
    case ranks
    /// As somebody asked for.
    case fixed
  }

  /// How they came about.
  public let rule: Rule
  /// What the steps are counted from: f*, or nil for 0 or the offset.
  public let base: Double?
  /// A round number near all heights, from which the steps are counted where they are too near to
  /// each other to be told apart by name; nil where they are not, or there is a base.
  public let offset: Double?
  /// The heights above the base, as they are named: round numbers where the rule makes them.
  public let steps: [Double]
  /// The heights: values of f.
  public let values: [Double]
  /// The value that f has everywhere, if it is the same.
  public let constant: Double?

  /// Steps that are no finite numbers are dropped, those that repeat and those that rounding joins
  /// to one height count once.
  public init(rule: Rule, steps: [Double], base: Double? = nil, constant: Double? = nil) {
    self.rule = rule
    self.base = base
    self.constant = constant
    var kept: [Double] = []
    var values: [Double] = []
    for step in steps.filter(\.isFinite).sorted() {
      let value = step + (base ?? 0)
      if values.last != value {
        kept.append(step)
        values.append(value)
      }
    }
    let offset = base == nil ? Self.offset(of: values) : nil
    self.offset = offset
    self.steps = offset.map { offset in kept.map { $0 - offset } } ?? kept
    self.values = values
  }

  /// Heights that differ from the fourth digit on have one.
  private static func offset(of values: [Double]) -> Double? {
    guard let low = values.first, let high = values.last, low < high else { return nil }
    guard hasOffset(low...high) else { return nil }
    let unit = Double.exp10(Double.log10(high - low).rounded(.up))
    return ((low / 2 + high / 2) / unit).rounded() * unit
  }

  /// Whether all in a range is alike but for the fourth digit and those behind it.
  static func hasOffset(_ range: ClosedRange<Double>) -> Bool {
    let (low, high) = (range.lowerBound, range.upperBound)
    return high - low < 1e-3 * max(low.magnitude, high.magnitude)
  }

  /// The number of levels at or below a value: the index of its band.
  public func band(of value: Double) -> Int {
    var low = 0
    var high = values.count
    while low < high {
      let middle = (low + high) / 2
      if values[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether f takes both signs among the levels, so that zero lies inside.
  public var isDiverging: Bool {
    rule == .symmetric && (values.first ?? 0) < 0 && (values.last ?? 0) > 0
  }
}
