// Ranges and whole numbers from doubles that nobody has checked: `...` and `Int(_:)` trap where one
// is not finite or bounds are out of order, and what is drawn comes from files and from overflow.

extension ClosedRange<Double> {
  /// No bound is farther from 0, so that the extent of a range is finite.
  private static var reach: Double { .greatestFiniteMagnitude / 4 }

  /// The range between two numbers in either order.
  ///
  /// Infinities and what is nearly one stand for ± a quarter of the largest double. A NaN stands
  /// for the other number; two of them give 0...0.
  public init(between a: Double, _ b: Double) {
    func bound(_ x: Double, otherwise other: Double) -> Double {
      let number = x.isNaN ? other : x
      return number.isNaN ? 0 : Swift.min(Swift.max(number, -Self.reach), Self.reach)
    }
    let (a, b) = (bound(a, otherwise: b), bound(b, otherwise: a))
    self = Swift.min(a, b)...Swift.max(a, b)
  }

  /// From the least to the greatest of those numbers that are finite; nil where none is.
  public init?(of numbers: some Sequence<Double>) {
    let finite = numbers.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return nil }
    self.init(between: low, high)
  }
}

extension Int {
  /// A number without its fraction; the nearest whole number where that is too large to be one, and
  /// 0 for NaN.
  public init(clamping number: Double) {
    self = Int(exactly: number.rounded(.towardZero)) ?? (number > 0 ? .max : number < 0 ? .min : 0)
  }
}
