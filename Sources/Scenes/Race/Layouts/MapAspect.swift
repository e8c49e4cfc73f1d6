/// How long a unit is on either axis of a map.
public enum MapAspect: String, Sendable, CaseIterable {
  /// As `equal` where the window is nearly square, else as `fill`.
  case auto
  /// A unit is as long on both axes: circles are circles, and −∇f is perpendicular to contours. A
  /// window that is longer than twice its width is widened until it is not, one that was found
  /// around the race until it is nearly square.
  case equal
  /// The map takes the room there is.
  case fill

  /// Width over height of a map that is about square.
  private static let nearlySquare = 0.8...1.25
  private static let oblong = 0.5...2.0

  /// A window as it is shown, and whether its units are equal.
  ///
  /// - Parameters:
  ///   - isFound: whether it was found around the race: then it is like the domain, whatever its
  ///     sides.
  func shown(
    _ window: Window, isFound: Bool, in domain: Window
  ) -> (Window, isEqual: Bool) {
    let natural = isFound ? domain : window
    let isEqual = self == .equal || self == .auto && Self.nearlySquare.contains(natural.ratio)
    guard isEqual, window.ratio.isFinite, window.ratio > 0 else { return (window, false) }
    return (window.widened(to: isFound ? Self.nearlySquare : Self.oblong), true)
  }
}

extension Window {
  /// Width over height.
  fileprivate var ratio: Double { width / height }

  /// Wider or higher around its middle, until the ratio of its sides is within bounds.
  fileprivate func widened(to ratios: ClosedRange<Double>) -> Window {
    if ratio < ratios.lowerBound {
      return Window(x: x.resized(to: height * ratios.lowerBound), y: y)
    }
    if ratio > ratios.upperBound {
      return Window(x: x, y: y.resized(to: width / ratios.upperBound))
    }
    return self
  }
}
