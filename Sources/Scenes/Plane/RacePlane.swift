import Contours
import LinearAlgebra
import Specifications

/// A plane in ℝⁿ, origin + a u + b v with orthonormal u and v, on which a race in n variables is
/// drawn: contours are those of f on the plane, and points are projected to it.
public struct RacePlane: Sendable {
  /// n numbers; the place (0, 0) of the map.
  public let origin: Vector
  /// n numbers, of length 1: where the map's first coordinate grows.
  public let u: Vector
  /// n numbers, of length 1 and orthogonal to u: where its second grows; 0 for a graph.
  public let v: Vector
  /// The titles of the map's axes; nil for the plane of a function of two variables, which needs
  /// none unless it names them.
  let titles: (x: String, y: String)?
  /// What the footer says: "slice through x* along PC 1, PC 2: 97 % of the variance".
  let note: String?
  /// The coordinates along the axes, where u and v are axes: then a and b are they, to the last
  /// digit.
  let axes: (Int, Int)?
  /// The shares of the trajectories' variance along u and v, where those are principal directions.
  let shares: (x: Double, y: Double)?
  /// How long random directions of a network are: as far as the plane is of interest.
  let reach: (x: Double, y: Double)?

  /// The whole space of two variables.
  public static let whole = RacePlane(axes: (0, 1), through: [0, 0], titles: nil, note: nil)

  /// The graph of a function of one variable: x, and f(x) above it.
  public static let graph = graph(.numbered)

  /// The same for a variable that may have a name of its own.
  static func graph(_ names: VariableNames) -> RacePlane {
    RacePlane(origin: [0], u: [1], v: [0], titles: (names.point, "f"), note: nil)
  }

  /// The whole space of two variables that may have names of their own.
  static func whole(_ names: VariableNames) -> RacePlane {
    if names == .numbered { return .whole }
    return RacePlane(
      axes: (0, 1), through: [0, 0], titles: (names.title(0), names.title(1)), note: nil)
  }

  /// The titles of the axes where they are always wanted: x₁ and x₂ where there are none.
  var axisTitles: (x: String, y: String) {
    titles ?? (VariableNames.numbered.title(0), VariableNames.numbered.title(1))
  }

  /// n, the number of variables of the race.
  public var dimension: Int { origin.count }
  /// Whether the second coordinate of a point is the value there.
  public var isGraph: Bool { dimension == 1 }
  /// Whether there are points that do not lie on it.
  public var isSlice: Bool { dimension > 2 }

  init(
    origin: Vector, u: Vector, v: Vector, titles: (x: String, y: String), note: String?,
    shares: (x: Double, y: Double)? = nil, reach: (x: Double, y: Double)? = nil
  ) {
    self.origin = origin
    self.u = u
    self.v = v
    self.titles = titles
    self.note = note
    self.shares = shares
    self.reach = reach
    axes = nil
  }

  /// The plane along two axes; the other coordinates are those of a point.
  init(axes: (Int, Int), through point: Vector, titles: (x: String, y: String)?, note: String?) {
    var origin = point
    origin[axes.0] = 0
    origin[axes.1] = 0
    self.origin = origin
    u = point.indices.map { $0 == axes.0 ? 1 : 0 }
    v = point.indices.map { $0 == axes.1 ? 1 : 0 }
    self.titles = titles
    self.note = note
    self.axes = axes
    shares = nil
    reach = nil
  }

  /// The point of ℝⁿ at coordinates on the plane.
  public func point(_ a: Double, _ b: Double) -> Vector {
    var point = origin
    if let (i, j) = axes {
      point[i] = a
      point[j] = b
    } else {
      for i in point.indices { point[i] += a * u[i] + b * v[i] }
    }
    return point
  }

  /// The coordinates on the plane of the point of it that is nearest to x.
  public func coordinates(of x: some RandomAccessCollection<Double>) -> PlanePoint {
    if let (i, j) = axes {
      return PlanePoint(
        x[x.index(x.startIndex, offsetBy: i)], x[x.index(x.startIndex, offsetBy: j)])
    }
    var (a, b) = (0.0, 0.0)
    for (i, component) in x.enumerated() {
      a += (component - origin[i]) * u[i]
      b += (component - origin[i]) * v[i]
    }
    return PlanePoint(a, b)
  }

  /// How far from the plane x lies.
  public func distance(to x: some RandomAccessCollection<Double>) -> Double {
    let nearest = coordinates(of: x)
    return zip(x, point(nearest.x, nearest.y)).map { $0 - $1 }.norm
  }

  /// The coordinates of those points that lie on the plane, or so near to it that no pixel of the
  /// window tells: within a thousandth of its diagonal.
  public func marks(_ points: [Vector], x: ClosedRange<Double>, y: ClosedRange<Double>) -> [Vector]
  {
    let diagonal = [x.upperBound - x.lowerBound, y.upperBound - y.lowerBound].norm
    return points.filter { $0.count == dimension && distance(to: $0) <= diagonal / 1000 }
      .map {
        let point = coordinates(of: $0)
        return [point.x, point.y]
      }
  }
}
