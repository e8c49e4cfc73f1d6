import Contours

/// What part of the plane a map shows.
public enum WindowRule: Hashable, Sendable {
  /// As `fit` with more of the surroundings; as `domain` where that is most of it, or nobody moves.
  case auto
  /// The function's domain, widened where a start lies a little beyond it.
  case domain
  /// The surroundings of the trajectories and of the minimizers near their ends.
  case fit
  /// The very window, wherever the race goes.
  case fixed(Window)
  /// A range of the first axis; of the second the heights of the graph over it, or the domain.
  case strip(ClosedRange<Double>)
}

/// A rectangle in the plane of a function's variables.
public struct Window: Hashable, Sendable {
  /// Of the first coordinate on the plane, the one across.
  public var x: ClosedRange<Double>
  /// Of the second coordinate, the one upwards.
  public var y: ClosedRange<Double>

  /// What is nearly infinitely large is cut to what has an extent.
  public init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.x = ClosedRange(between: x.lowerBound, x.upperBound)
    self.y = ClosedRange(between: y.lowerBound, y.upperBound)
  }

  var width: Double { x.upperBound - x.lowerBound }
  var height: Double { y.upperBound - y.lowerBound }

  func contains(_ other: Window) -> Bool {
    x.lowerBound <= other.x.lowerBound && other.x.upperBound <= x.upperBound
      && y.lowerBound <= other.y.lowerBound && other.y.upperBound <= y.upperBound
  }

  func contains(_ point: PlanePoint) -> Bool { x.contains(point.x) && y.contains(point.y) }

  /// The same with a share of its extent added on every side.
  func grown(by share: Double) -> Window {
    Window(x: x.grown(by: share * width), y: y.grown(by: share * height))
  }

  /// The smallest window that holds this one and a point.
  func including(_ point: PlanePoint) -> Window {
    Window(
      x: ClosedRange(between: min(x.lowerBound, point.x), max(x.upperBound, point.x)),
      y: ClosedRange(between: min(y.lowerBound, point.y), max(y.upperBound, point.y)))
  }
}

extension ClosedRange<Double> {
  func grown(by margin: Double) -> ClosedRange<Double> {
    ClosedRange(between: lowerBound - margin, upperBound + margin)
  }

  /// Of another extent around the same middle.
  func resized(to extent: Double) -> ClosedRange<Double> {
    let middle = lowerBound / 2 + upperBound / 2
    return ClosedRange(between: middle - extent / 2, middle + extent / 2)
  }
}
