import Specifications

/// The moment of a film that a still shows.
public enum StillMoment: Hashable, Sendable {
  /// A frame, from 0, the title's counted.
  case frame(Int)
  /// Where the clock has shown so many steps, gradients, evaluations, samples, epochs or seconds:
  /// in a long race there is no frame of every step.
  case clock(RaceClock.Kind, Double)
}

/// 100; step:100, gradient:100, evaluation:100, sample:100, second:0.25.
extension StillMoment: Spelled {
  /// What a frame's number may be, and the number of steps.
  private static let most = 100_000_000

  public var spelling: String {
    switch self {
    case .frame(let i): i.digits
    case .clock(let kind, let amount): "\(kind.noun):\(amount.digits)"
    }
  }

  /// - Throws: what was expected, where the unit is unknown or the number is out of range.
  public init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 1, let frame = Int.read(text), (0...Self.most).contains(frame) {
      self = .frame(frame)
      return
    }
    guard parts.count == 2 else {
      throw SpecificationError(
        "expected a whole number from 0 to \(Self.most), or a moment of the clock as in step:100")
    }
    let noun = String(parts[0])
    guard let kind = RaceClock.Kind.allCases.first(where: { $0.noun == noun }) else {
      throw .hint(for: noun, among: RaceClock.Kind.allCases.map(\.noun))
    }
    self = .clock(kind, try Self.amount(of: kind, String(parts[1])))
  }

  private static func amount(
    of kind: RaceClock.Kind, _ text: String
  ) throws(SpecificationError) -> Double {
    if kind.ticks > 1 { return try NumberRange.from(0, to: Double(most)).read(text) }
    return Double(try NumberRange.from(0, to: most).read(text))
  }
}
