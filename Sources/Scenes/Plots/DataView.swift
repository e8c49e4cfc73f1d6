import Contours
import LinearAlgebra
import Statistics

/// Examples as places in a plane: classes by two features or by the two directions in which these
/// vary most, values over one feature or over the direction in which the features vary most.
public struct DataView: Sendable {
  /// What is predicted of each example.
  public enum Target: Sendable {
    /// Numbers from 0, and what they are called.
    case classes([Int], names: [String])
    /// Numbers, and what the column is called.
    case values([Double], name: String)
  }

  let points: [PlanePoint]
  /// The group of each example, from 0; all are of one where there are no classes.
  let groups: [Int]
  /// What the groups are called; none for one alone.
  let names: [String]
  let xTitle: String
  let yTitle: String
  /// Whether both axes are of the same kind, so that angles mean something.
  let isPlane: Bool

  /// Examples with a number that is not finite have no place and are left out.
  ///
  /// - Parameters:
  ///   - features: d ≥ 1 numbers an example; there may be no examples.
  ///   - featureNames: d names.
  ///   - target: one entry an example.
  public init(features: [Vector], featureNames: [String], target: Target) {
    let placed = features.indices.filter { features[$0].isFinite && target.isFinite(at: $0) }
    let target = target.of(placed)
    let projection = Projection(
      placed.map { features[$0] }, featureNames, axes: target.isClasses ? 2 : 1)
    xTitle = projection.titles[0]
    switch target {
    case .classes(let numbers, let names) where projection.titles.count > 1:
      (groups, self.names) = (numbers, names)
      (points, yTitle) = (projection.places, projection.titles[1])
      isPlane = true
    case .classes(let numbers, let names):
      (groups, self.names) = (numbers, names)
      points = zip(projection.places, numbers).map { PlanePoint($0.x, Double($1)) }
      (yTitle, isPlane) = ("class", false)
    case .values(let values, let name):
      (groups, self.names) = (values.map { _ in 0 }, [])
      points = zip(projection.places, values).map { PlanePoint($0.x, $1) }
      (yTitle, isPlane) = (name, false)
    }
  }

  /// Features as they are where there are no more than axes, else their principal components.
  private struct Projection {
    let places: [PlanePoint]
    /// Of one axis or two.
    let titles: [String]

    /// - Parameter axes: how many features have an axis each.
    init(_ features: [Vector], _ names: [String], axes: Int) {
      let weights = features.map { _ in 1 / Double(features.count) }
      guard names.count > axes, let directions = PrincipalDirections(of: features, weights: weights)
      else {
        places = features.map { PlanePoint($0[0], $0.count > 1 ? $0[1] : 0) }
        titles = Array(names.prefix(2))
        return
      }
      places = features.map { PlanePoint($0.dot(directions.first), $0.dot(directions.second)) }
      titles = [(1, directions.shares.first), (2, directions.shares.second)].map { k, share in
        RacePlane.percent(share).map { "PC \(k): \($0) of the variance" } ?? "PC \(k)"
      }
    }
  }
}

extension DataView.Target {
  fileprivate var isClasses: Bool {
    if case .classes = self { true } else { false }
  }

  fileprivate func isFinite(at example: Int) -> Bool {
    switch self {
    case .classes: true
    case .values(let values, _): values[example].isFinite
    }
  }

  /// That of some examples.
  fileprivate func of(_ examples: [Int]) -> Self {
    switch self {
    case .classes(let numbers, let names): .classes(examples.map { numbers[$0] }, names: names)
    case .values(let values, let name): .values(examples.map { values[$0] }, name: name)
    }
  }
}
