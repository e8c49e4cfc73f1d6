import RealModule

/// A step of the ladder …, 0.1, 0.2, 0.5, 1, 2, 5, 10, ….
public struct Rung: Hashable, Comparable, Sendable {
  /// 0 for 1, 1 for 2, 2 for 5, 3 for 10, −1 for 0.5.
  public let index: Int

  /// - Parameter index: 0 for 1, and three to a decade.
  public init(_ index: Int) {
    self.index = index
  }

  /// The rung nearest to a positive finite number, by ratio.
  public init(nearest value: Double) {
    let start = Self.estimate(value)
    let candidates = (start - 2)...(start + 3)
    let target = Double.log10(value)
    func distance(_ i: Int) -> Double { abs(Double.log10(Rung(i).value) - target) }
    index = candidates.min { distance($0) < distance($1) } ?? start
  }

  /// The highest rung that is not above a positive finite number.
  public init(notAbove value: Double) {
    var i = Self.estimate(value) + 3
    while Rung(i).value > value { i -= 1 }
    index = i
  }

  /// The lowest rung that is not below a positive finite number.
  public init(notBelow value: Double) {
    var i = Self.estimate(value) - 3
    while Rung(i).value < value { i += 1 }
    index = i
  }

  /// 1, 2 or 5.
  public var mantissa: Int { [1, 2, 5][index - exponent * 3] }

  /// The power of ten.
  public var exponent: Int { index >= 0 ? index / 3 : -((2 - index) / 3) }

  /// The double nearest to the decimal number.
  public var value: Double { Double("\(mantissa)e\(exponent)") ?? .nan }

  public static func < (a: Rung, b: Rung) -> Bool { a.index < b.index }

  private static func estimate(_ value: Double) -> Int {
    precondition(value > 0 && value.isFinite, "no rung near \(value)")
    return Int(clamping: (Double.log10(value) * 3).rounded(.down))
  }
}
