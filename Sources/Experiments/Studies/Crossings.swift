import RealModule

/// The excess errors at whose first crossing a step of a study's run is recorded: 10^(k/20) from
/// 10³ down to 10⁻¹², and the shares 10^(k/10) of the start's excess down to 10⁻¹². The time to
/// any of them can be told from the recording as if every step were there; to a target between
/// two, that to the lower one.
public enum Crossings {
  /// How finely absolute ones lie: so many a decade.
  public static let perDecade = 20
  /// How finely shares of the start's excess lie.
  public static let sharesPerDecade = 10
  static let absolute = Ladder(perDecade: perDecade, from: 3, to: -12)
  static let shares = Ladder(perDecade: sharesPerDecade, from: 0, to: -12)

  /// No run crosses more.
  static var most: Int { absolute.rungs.count + shares.rungs.count }

  /// Powers of ten with as many steps within a decade, falling.
  struct Ladder: Sendable {
    let rungs: [Double]

    init(perDecade: Int, from top: Int, to bottom: Int) {
      rungs = (0...((top - bottom) * perDecade)).map { i in
        let (decade, part) = (top - i / perDecade, i % perDecade)
        // Whole powers are the doubles that a person writes.
        let power = Double("1e\(decade)") ?? .nan
        return part == 0 ? power : power * Double.exp10(-Double(part) / Double(perDecade))
      }
    }
  }
}

/// The crossings of one run, told of values in the order of its steps.
struct CrossingCursor {
  private let minimum: Double
  private var absolute = 0
  private var share = 0
  private var start = Double.nan
  /// The excess that is the next to be crossed; none is at most NaN.
  var next = Double.nan

  /// - Parameter minimum: nil where no excess can be told, and none is crossed.
  init(_ minimum: Double?) {
    self.minimum = minimum ?? .nan
  }

  /// Before the first step: what lies at or above the excess of the start has been crossed there.
  mutating func begin(_ value: Double) {
    start = value - minimum
    advance(to: start)
  }

  /// Whether a value is at or below the next crossing.
  @inline(__always)
  mutating func isCrossed(by value: Double, above minimum: Double) -> Bool {
    guard value - minimum <= next else { return false }
    advance(to: value - minimum)
    return true
  }
  mutating func advance(to excess: Double) {
    let (rungs, shares) = (Crossings.absolute.rungs, Crossings.shares.rungs)
    while absolute < rungs.count, excess <= rungs[absolute] { absolute += 1 }
    while share < shares.count, excess <= start * shares[share] { share += 1 }
    next = max(
      absolute < rungs.count ? rungs[absolute] : -.infinity,
      share < shares.count ? start * shares[share] : -.infinity)
  }
}
