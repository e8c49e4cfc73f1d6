import Specifications

/// The lowest rate of a cosine: given itself, or as a share of the first.
public struct CosineFloor: Hashable, Sendable {
  /// η_min.
  public var end = 0.0
  /// α.
  public var share = 0.0

  /// A floor of 0.
  public init() {}

  func rate(below initial: Double) -> Double {
    share > 0 ? share * initial : end
  }

  func check(_ name: String) throws(SpecificationError) {
    guard end > 0, share > 0 else { return }
    throw SpecificationError("\(name): 'end' and 'alpha' both say where it ends; expected one")
  }
}

/// Settings of a cosine that falls to a floor.
protocol FlooredSchedule: Schedule {
  /// The lowest rate.
  var floor: CosineFloor { get set }
}

extension FlooredSchedule {
  static var floorParameters: [Parameter<Self>] {
    [
      .number("end", \.floor.end, symbol: "η_min", in: .nonNegative, "the lowest rate"),
      .number(
        "alpha", \.floor.share, symbol: "α", in: Interval(0, 1),
        "the lowest rate as a share of the first, in place of end"),
    ]
  }
}
