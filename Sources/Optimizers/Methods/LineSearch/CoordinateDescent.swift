import LinearAlgebra
import Specifications

/// Coordinate descent: a search along one axis a step. ``card`` has the formula, the references and
/// what differs from them.
public struct CoordinateDescent: LineSearchSettings {
  /// Which coordinate moves.
  public enum Rule: String, CaseIterable, Sendable {
    /// Each in turn.
    case cyclic
    /// That of the largest slope.
    case gaussSouthwell = "gauss-southwell"
  }

  public static let card = OptimizerCard(
    name: "coordinate-descent", title: "Coordinate descent", order: .first,
    invariances: [.scale],
    formula: "xᵢ ← xᵢ − ε gᵢ, i in turn, ε by a line search",
    reference: "Nocedal and Wright, Numerical Optimization, 2nd ed., section 9.3; Wright, Math. "
      + "Program. 151 (2015) 3-34",
    notes: [
      "The whole gradient is asked for at each point, so that a step costs as much as one of "
        + "steepest descent: the method is here for its path, which follows the axes.",
      "Coordinates of zero slope are passed over; where a search finds no lower point, as near the "
        + "limit of rounding, the others are tried.",
      "With search=exact ε = 1 / Hᵢᵢ from one Hessian product along the axis: on a quadratic n "
        + "steps of rule=cyclic are a sweep of Gauss and Seidel's method.",
    ])
  public static let parameters: [Parameter<Self>] =
    [.choice("rule", \.rule, "coordinates in turn, or that of the largest slope")]
    + lineSearchParameters

  /// Which coordinate moves: each in turn, or that of the largest slope.
  public var rule = Rule.cyclic
  public var lineSearch = StepLengthRule(remainingSlope: 0.3, directions: .ofAnyLength)

  public init() {}

  public struct Method: Optimizer {
    private let settings: CoordinateDescent
    private var track: Track
    private var next = 0
    /// ε of the latest step along each coordinate; 0 before it.
    private var lengths: Vector
    /// The coordinate of the latest step.
    private var latest: Int?

    public init(_ settings: CoordinateDescent, dimension: Int) {
      self.settings = settings
      track = Track(dimension: dimension, searching: settings.lineSearch)
      lengths = .zeros(dimension)
    }

    public var learningRate: Double { track.stepLength }

    public mutating func step<O: Oracle & ~Copyable>(
      from x: inout Vector, querying oracle: inout O
    ) throws(Halt) {
      try track.arrive(at: x, querying: &oracle)
      guard track.current.isFinite else { throw .failed("f or its gradient is not finite") }
      for i in candidates {
        guard let found = try search(along: i, querying: &oracle) else { continue }
        lengths[i] = found.length
        latest = i
        next = (i + 1) % x.count
        track.move(to: found)
        x = found.sample.x
        return
      }
      throw LineProbe.noLowerPoint
    }

    /// The coordinates with a slope, in the order in which they are tried.
    private var candidates: [Int] {
      let g = track.current.gradient
      let count = g.count
      let inTurn = (0..<count).lazy.map { [next] in (next + $0) % count }.filter { g[$0] != 0 }
      switch settings.rule {
      case .cyclic: return Array(inTurn)
      case .gaussSouthwell: return inTurn.sorted { abs(g[$0]) > abs(g[$1]) }
      }
    }

    public func diagnostics(at x: Vector) -> [Diagnostic] {
      guard let latest, let start = track.previous else { return [] }
      return [.direction(direction(along: latest, from: start))]
    }

    /// −gᵢ eᵢ.
    private func direction(along i: Int, from start: Sample) -> Vector {
      var direction = Vector.zeros(lengths.count)
      direction[i] = -start.gradient[i]
      return direction
    }

    private func search<O: Oracle & ~Copyable>(
      along i: Int, querying oracle: inout O
    ) throws(Halt) -> LineStep? {
      let direction = direction(along: i, from: track.current)
      // Backtracking alone would never lengthen a step. Doubling would bring back the lengths that
      // halving left, and with one of them a step from side to side of a parabola for ever.
      let growth = settings.lineSearch.onlyShortens ? 1.5 : 1
      let trial = track.visible(growth * lengths[i], along: direction)
      return try settings.lineSearch.stepUnlessStalled(
        along: track.line(along: direction, trial: trial), querying: &oracle)
    }
  }
}
