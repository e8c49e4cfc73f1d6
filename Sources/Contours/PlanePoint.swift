/// A place in the plane of a function's variables; y grows upwards.
public struct Location: Hashable, Sendable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
