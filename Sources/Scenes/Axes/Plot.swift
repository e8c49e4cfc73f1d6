/// A rectangle with two scales: where data become pixels.
public struct Plot: Hashable, Sendable {
  public let area: Rect
  public let x: Scale
  public let y: Scale

  /// The y scale grows upwards.
  public init(
    area: Rect, x: ClosedRange<Double>, y: ClosedRange<Double>, isLogarithmicX: Bool = false,
    isLogarithmicY: Bool = false
  ) {
    self.area = area
    self.x = Scale(x, from: area.x, to: area.maxX, isLogarithmic: isLogarithmicX)
    self.y = Scale(y, from: area.maxY, to: area.y, isLogarithmic: isLogarithmicY)
  }

  /// The pixel of a pair of values, maybe outside the area; nil where there is none.
  public func point(_ x: Double, _ y: Double) -> Point? {
    guard let across = self.x.position(of: x), let down = self.y.position(of: y) else { return nil }
    return Point(across, down)
  }
}
