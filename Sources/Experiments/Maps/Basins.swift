import LinearAlgebra
import Objectives

/// Where an optimizer ended from each start of a map.
public struct Basins: Sendable {
  /// A place where walks end.
  public struct End: Hashable, Sendable {
    /// Two numbers.
    public let point: Vector
    /// What it is to the function.
    public let kind: PointKind
    /// How many starts lead there.
    public let starts: Int
  }

  /// What became of a start.
  public struct Cell: Hashable, Sendable {
    /// The number of its end in `ends`, or `nowhere` or `diverged`.
    public let end: Int
    /// How many steps led within reach of the end, or were taken in vain.
    public let steps: Int
    /// Where the walk was seen last.
    public let x: Double
    /// Where the walk was seen last.
    public let y: Double

    /// That of a start which reaches no end within the steps, or where a step is not defined.
    public static let nowhere = -1
    /// That of a start from which the iterate becomes infinite or NaN.
    public static let diverged = -2
  }

  /// The map.
  public let map: BasinMap
  /// The known minimizers in their order, the local minima, then those of the other critical points
  /// that starts lead to, the one of most starts first.
  public let ends: [End]
  /// One a start: row after row from the lowest y, each from the left.
  public let cells: [Cell]

  init(_ map: BasinMap, _ walks: [WalkEnd], _ rule: ArrivalRule, _ function: some TestFunction) {
    self.map = map
    var places = CriticalPlaces(rule, function)
    let numbers = walks.map { walk -> Int in
      switch walk.kind {
      case .known(let i): i
      case .critical: places.number(of: walk)
      case .nowhere, .failed: Cell.nowhere
      case .diverged: Cell.diverged
      }
    }
    var counts = [Int](repeating: 0, count: places.points.count)
    for number in numbers where number >= 0 { counts[number] += 1 }
    let order = places.order(counts)
    var renumbered = [Int](repeating: 0, count: counts.count)
    for (new, old) in order.enumerated() { renumbered[old] = new }
    ends = order.map {
      let kind = StationaryPoint(of: function, at: places.points[$0]).kind
      return End(point: places.points[$0], kind: kind, starts: counts[$0])
    }
    cells = zip(walks, numbers).map { walk, number in
      Cell(
        end: number >= 0 ? renumbered[number] : number, steps: walk.steps, x: walk.x, y: walk.y)
    }
  }

  /// How many starts have an end, `nowhere` or `diverged`.
  public func starts(at end: Int) -> Int {
    end >= 0 ? ends[end].starts : cells.count { $0.end == end }
  }
}

/// The critical points that walks end at: known ones, and those that are found, in the order in
/// which they are.
private struct CriticalPlaces<F: TestFunction> {
  private(set) var points: [Vector]
  private let rule: ArrivalRule
  private let function: F
  private var latest = 0

  init(_ rule: ArrivalRule, _ function: F) {
    (self.rule, self.function) = (rule, function)
    points = rule.places
  }

  /// The number of the critical point at which a walk ended, which may be new.
  mutating func number(of walk: WalkEnd) -> Int {
    let (x, y) = (walk.x, walk.y)
    if latest < points.count, rule.isNear(x, y, points[latest]) { return latest }
    latest = known(x, y) ?? added(PlaneSlopes.polished([x, y], of: function))
    return latest
  }

  private func known(_ x: Double, _ y: Double) -> Int? {
    points.firstIndex { rule.isNear(x, y, $0) }
  }

  private mutating func added(_ point: Vector) -> Int {
    if let i = known(point[0], point[1]) { return i }
    points.append(point)
    return points.count - 1
  }

  /// The numbers of those that are told, as `Basins.ends` has them.
  func order(_ counts: [Int]) -> [Int] {
    let others = (rule.minima..<points.count).filter { counts[$0] > 0 }
    return Array(0..<rule.minima) + others.sorted { (-counts[$0], $0) < (-counts[$1], $1) }
  }
}
