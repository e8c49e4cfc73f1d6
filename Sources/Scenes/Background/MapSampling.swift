import Contours

/// How finely a map is sampled: at each pixel, or, where values of the function are costly, at the
/// nodes of a grid between which they are interpolated.
///
/// It follows from the function alone, so that a picture is the same on every machine.
public struct MapSampling: Hashable, Sendable {
  /// The nodes along each side; nil for a value a pixel.
  public let side: Int?

  /// What a map may cost, in additions: some seconds.
  private static let largestCost = 1 << 32
  /// About as many values along each side as levels and pixels take together.
  private static let pixels = 1024
  private static let sides = [512, 256, 128, 64]
  /// With fewer nothing would be seen.
  private static let coarsest = 32

  /// - Parameter valueCost: about as many additions as a value takes the time of.
  public init(valueCost: Int) {
    func isCheap(_ side: Int) -> Bool { valueCost <= Self.largestCost / (side * side) }
    side = isCheap(Self.pixels) ? nil : Self.sides.first(where: isCheap) ?? Self.coarsest
  }

  /// What a picture says of it.
  public var note: String? { side.map { "contours from \($0) × \($0) values" } }

  /// The function of which a map over a window is made.
  func sampled(
    _ function: @escaping @Sendable (Double, Double) -> Double, x: ClosedRange<Double>,
    y: ClosedRange<Double>
  ) -> @Sendable (Double, Double) -> Double {
    guard let side else { return function }
    let grid = Grid(x: x, y: y, columns: side, rows: side, function: function)
    return { grid.interpolated($0, $1) }
  }
}
