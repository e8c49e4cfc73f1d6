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
  /// Through the ends of three runs, of different entrants as far as there are; of two runs through
  /// the start and both ends.
  case ends
  /// Along two random directions, which a seed of 0 or more names; where the function says which
  /// parameters belong together, each row is as long as that of the point which the plane goes
  /// through.
  case random(seed: Int)
}

/// Why there is no such plane.
public struct PlaneError: Error, Hashable, Sendable, CustomStringConvertible {
  public let description: String

  /// - Parameter description: one line for people.
  public init(_ description: String) {
    self.description = description
  }
}
