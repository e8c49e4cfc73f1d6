/// A place on a picture, in pixels from the upper left corner; y grows downwards.
public struct Point: Hashable, Sendable {
  /// From the left edge of the picture.
  public var x: Double
  /// From the upper edge.
  public var y: Double

  /// The place `x` pixels to the right and `y` below.
  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// An upright rectangle, in pixels.
public struct Rect: Hashable, Sendable {
  /// The left edge.
  public var x: Double
  /// The upper edge.
  public var y: Double
  /// From the left edge to the right.
  public var width: Double
  /// From the upper edge to the lower.
  public var height: Double

  /// - Parameters:
  ///   - x: the left edge.
  ///   - y: the upper edge.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The right edge.
  public var maxX: Double { x + width }
  /// The lower edge, as y grows downwards.
  public var maxY: Double { y + height }

  /// Whether a point lies inside or on an edge.
  public func contains(_ point: Point) -> Bool {
    x <= point.x && point.x <= maxX && y <= point.y && point.y <= maxY
  }
}

/// Width and height of a picture in whole pixels.
public struct PixelSize: Hashable, Sendable {
  /// In pixels.
  public let width: Int
  /// In pixels.
  public let height: Int

  /// A size of so many pixels.
  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}
