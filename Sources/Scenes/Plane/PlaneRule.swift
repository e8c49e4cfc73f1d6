import LinearAlgebra

/// Which plane a race is drawn on.
public enum PlaneRule: Hashable, Sendable {
  /// The graph for n = 1 and the space itself for n = 2; else along the leading principal
  /// directions.
  case automatic
  /// Along the two directions in which the trajectories vary most.
  case principal
  /// Along two axes, counted from 0.
  case coordinates(Int, Int)
  /// Along the axes of two variables, by their names; x1 and so on where they have none of their
  /// own.
  case variables(String, String)
  /// Through three points that are not on a line.
  case points(Vector, Vector, Vector)
}

/// Why there is no such plane.
public struct PlaneError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// - Parameter description: one line for people.
  public init(_ description: String) {
    self.description = description
  }
}
