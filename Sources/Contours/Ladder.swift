import RealModule

/// Steps that repeat in every decade.
struct Ladder {
  /// The steps of one decade in tenths, from 10 on.
  private let tenths: [Int]

  /// From coarse to fine: 1-2-5 first.
  static let all = [
    Ladder(tenths: [10, 20, 50]),
    Ladder(tenths: [10, 15, 20, 30, 50, 70]),
    Ladder(tenths: [10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90]),
  ]

  /// Steps of the coarsest ladder with enough steps among ascending positive magnitudes; nil if
  /// there is none.
  ///
  /// - Parameter floor: the share of the largest magnitude below which none counts.
  static func steps(
    _ magnitudes: [Double], count: Int, floor: Double = usualFloor
  ) -> [Double]? {
    all.lazy.compactMap { $0.levels(magnitudes, count: count, floor: floor) }.first
  }

  /// What lies lower may be rounding.
  static let usualFloor = 1e-12

  /// The lowest of some ascending magnitudes that counts: a sample may happen to lie on the
  /// minimizer.
  static func lowest(of magnitudes: [Double]) -> Double { magnitudes[magnitudes.count / 500] }

  /// As `steps`; where no ladder is fine enough, `count` steps in equal ratios that are not round.
  /// nil where there are no magnitudes.
  static func anySteps(
    _ magnitudes: [Double], count: Int, floor: Double = usualFloor
  ) -> [Double]? {
    if let steps = steps(magnitudes, count: count, floor: floor) { return steps }
    guard count > 0, let high = magnitudes.last, high.isFinite else { return nil }
    let low = Double.log(max(lowest(of: magnitudes), high * floor))
    let span = Double.log(high) - low
    return (1...count).map { Double.exp(low + span * Double($0) / Double(count + 1)) }
  }

  /// `count` steps up to about the largest of some ascending positive magnitudes; nil where most
  /// of them would enclose next to no area.
  ///
  /// They reach down to the low magnitudes, spread evenly, or further where `count` asks for it.
  func levels(
    _ magnitudes: [Double], count: Int, floor: Double = Ladder.usualFloor
  ) -> [Double]? {
    guard count > 0, let largest = magnitudes.last else { return nil }
    let high = highest(under: largest)
    let useful = high - index(notBelow: magnitudes[magnitudes.count / 50]) + 1
    guard useful > 0, useful * 3 >= count else { return nil }
    let low = index(notBelow: max(Self.lowest(of: magnitudes), largest * floor))
    let span = max(high - low, count - 1)
    return (0..<count).map { i in
      let back = count == 1 ? 0 : Double(count - 1 - i) * Double(span) / Double(count - 1)
      return value(high - Int(back.rounded()))
    }
  }

  /// Of the highest steps the first that encloses more than next to nothing.
  private func highest(under largest: Double) -> Int {
    index(notBelow: largest * 0.9) - 1
  }

  /// The double nearest to the decimal number.
  private func value(_ index: Int) -> Double {
    let step = ((index % tenths.count) + tenths.count) % tenths.count
    let decade = (index - step) / tenths.count
    return Double("\(tenths[step])e\(decade - 1)") ?? .nan
  }

  private func index(notBelow magnitude: Double) -> Int {
    var i = (Int(clamping: Double.log10(magnitude).rounded(.down)) - 1) * tenths.count
    while value(i) < magnitude { i += 1 }
    return i
  }
}
