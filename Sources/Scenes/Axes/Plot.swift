/// A rectangle with two scales: where data become pixels.
public struct Plot: Hashable, Sendable {
  /// In pixels of the picture.
  public let area: Rect
  /// From the left edge of the area to the right one.
  public let x: Scale
  /// From the lower edge of the area to the upper one.
  public let y: Scale

  /// The y scale grows upwards; `zeroLabel` names the row below it, if it is logarithmic.
  public init(
    area: Rect, x: ClosedRange<Double>, y: ClosedRange<Double>, isLogarithmicX: Bool = false,
    isLogarithmicY: Bool = false, zeroLabel: String? = nil
  ) {
    self.area = area
    self.x = Scale(x, from: area.x, to: area.maxX, isLogarithmic: isLogarithmicX)
    self.y = Scale(
      y, from: area.maxY, to: area.y, isLogarithmic: isLogarithmicY, zeroLabel: zeroLabel)
  }

  /// The pixel of a pair of values, maybe outside the area; nil where there is none. What is
  /// farther than 10⁷ pixels away is moved nearer along the line from the middle, so that lines
  /// that lead there keep their direction.
  public func point(_ x: Double, _ y: Double) -> Point? {
    guard let across = self.x.place(of: x), let down = self.y.place(of: y) else { return nil }
    if max(abs(across), abs(down)) <= Scale.reach { return Point(across, down) }
    let middle = area.center
    var offset = Point(across - middle.x, down - middle.y)
    if !(offset.x.isFinite && offset.y.isFinite) {
      offset = Point(self.x.shrunkOffset(to: x), self.y.shrunkOffset(to: y))
    }
    let factor = Scale.reach / max(abs(offset.x), abs(offset.y))
    return Point(middle.x + offset.x * factor, middle.y + offset.y * factor)
  }
}
