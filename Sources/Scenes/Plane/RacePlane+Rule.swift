import Contours
import Experiments
import LinearAlgebra
import Specifications
import Statistics

extension RacePlane {
  /// The plane of a rule for a race in n variables; none but the graph for n = 1.
  ///
  /// A plane along axes or principal directions goes through x*, the minimizer nearest to the
  /// lowest point that was reached, if that is nearer to it than to the start of its run; else
  /// through the lowest point. Where the trajectories do not vary, principal directions are the
  /// first two axes.
  ///
  /// - Parameters:
  ///   - groups: the runs of each entrant, at least one.
  ///   - looks: what entrants are called where that is chosen, from the first on.
  ///   - rows: ranges of parameters that are the weights of one unit each; where there are any,
  ///     random directions are those of a network.
  /// - Throws: where the function has fewer variables than the rule names, or others, three points
  ///   lie on a line, there is one run alone to go through, or a seed is negative.
  public init(
    _ rule: PlaneRule, dimension: Int, of groups: [[Trajectory]], looks: [EntrantLook] = [],
    minimizers: [Vector], domain: [ClosedRange<Double>], names: VariableNames = .numbered,
    rows: [Range<Int>] = []
  ) throws(PlaneError) {
    let trajectories = groups.flatMap { $0 }
    switch rule {
    case .automatic where dimension == 1: self = .graph(names)
    case .automatic where dimension == 2: self = .whole(names)
    case _ where dimension < 2: throw PlaneError("one variable has no planes")
    case .automatic, .principal:
      let anchor = Self.anchor(trajectories, minimizers, domain)
      let points = PlanePoints(trajectories, within: domain)
      let directions = PrincipalDirections(of: points.points, weights: points.weights)
      self =
        directions.map { Self($0, through: anchor) } ?? Self(axes: (0, 1), names, through: anchor)
    case .coordinates(let i, let j):
      guard i != j, (0..<dimension).contains(i), (0..<dimension).contains(j) else {
        throw PlaneError(
          "no plane along coordinates \(i + 1), \(j + 1); expected two of 1 to \(dimension)")
      }
      self = Self(axes: (i, j), names, through: Self.anchor(trajectories, minimizers, domain))
    case .variables(let a, let b):
      guard let i = Self.index(of: a, among: names, dimension),
        let j = Self.index(of: b, among: names, dimension), i != j
      else {
        let expected = names.own.isEmpty ? "x1 to x\(dimension)" : names.point
        throw PlaneError("no plane along \(a), \(b); expected two of \(expected)")
      }
      self = Self(axes: (i, j), names, through: Self.anchor(trajectories, minimizers, domain))
    case .points(let a, let b, let c): try self.init(through: a, b, c, dimension: dimension)
    case .ends: try self.init(throughEndsOf: groups, looks: looks)
    case .random(let seed):
      guard seed >= 0 else { throw PlaneError("no plane of seed \(seed); expected 0 or more") }
      let anchor = Self.anchor(trajectories, minimizers, domain)
      self.init(RandomDirections(at: anchor.point, rows: rows, seed: seed), through: anchor)
    }
  }

  /// The variable of a name, from 0; nil where none is called so.
  private static func index(
    of name: String, among names: VariableNames, _ dimension: Int
  ) -> Int? {
    guard names.own.isEmpty else { return names.own.firstIndex(of: name) }
    guard name.hasPrefix("x"), let number = Int(name.dropFirst()), 1...dimension ~= number else {
      return nil
    }
    return number - 1
  }

  /// What a slice goes through, and what it is called.
  private typealias Anchor = (point: Vector, name: String)

  private static func anchor(
    _ trajectories: [Trajectory], _ minimizers: [Vector], _ domain: [ClosedRange<Double>]
  ) -> Anchor {
    let lows = trajectories.compactMap {
      trajectory -> (value: Double, point: Vector, start: Vector)? in
      let finite = trajectory.values.indices.filter {
        trajectory.values[$0].isFinite && trajectory.point($0).isFinite
      }
      let entry = finite.min { trajectory.values[$0] < trajectory.values[$1] }
      return entry.map { (trajectory.values[$0], trajectory.point($0), trajectory.point(0)) }
    }
    let known = minimizers.filter { $0.count == domain.count }
    guard let low = lows.min(by: { $0.value < $1.value }) else {
      return (domain.map { $0.lowerBound / 2 + $0.upperBound / 2 }, "the domain's centre")
    }
    func distance(_ x: Vector) -> Double { zip(x, low.point).map { $0 - $1 }.norm }
    if let nearest = known.min(by: { distance($0) < distance($1) }),
      distance(nearest) <= distance(low.start)
    {
      return (nearest, "x*")
    }
    return (low.point, "the lowest point reached")
  }

  private init(axes: (Int, Int), _ names: VariableNames, through anchor: Anchor) {
    let titles = (names.title(axes.0), names.title(axes.1))
    // Two variables have no others that a slice could fix.
    let note =
      anchor.point.count == 2
      ? nil : "slice through \(anchor.name) along \(titles.0), \(titles.1)"
    self.init(axes: axes, through: anchor.point, titles: titles, note: note)
  }

  private init(_ directions: PrincipalDirections, through anchor: Anchor) {
    let share = Self.percent(directions.shares.first + directions.shares.second)
    let note = "slice through \(anchor.name) along PC 1, PC 2"
    self.init(
      origin: anchor.point, u: directions.first, v: directions.second, titles: ("PC 1", "PC 2"),
      note: share.map { "\(note): \($0) of the variance" } ?? note,
      shares: (directions.shares.first, directions.shares.second))
  }

  private init(_ directions: RandomDirections, through anchor: Anchor) {
    let kind = directions.areOfUnits ? "random, scaled as the weights of each unit" : "random"
    self.init(
      origin: anchor.point, u: directions.first, v: directions.second,
      titles: ("direction 1", "direction 2"),
      note: "slice through \(anchor.name) along two directions: \(kind)",
      reach: directions.lengths)
  }

  /// Ends on a line, as of runs that have found the same minimum, lie on many planes; this is one.
  private init(
    throughEndsOf groups: [[Trajectory]], looks: [EntrantLook]
  ) throws(PlaneError) {
    let ends = RunEnd.list(groups, looks: looks)
    guard ends.count >= 2, let start = groups.first?.first?.point(0) else {
      throw PlaneError("no plane through the end of one run; expected two runs or more")
    }
    let three = ends.count > 2 ? ends.prefix(3) : [RunEnd(name: "the start", point: start)] + ends
    let (points, names) = (three.map(\.point), three.map(\.name))
    let note = "slice through \(names[0]), \(names[1]) and \(names[2])"
    let plane = try? Self(
      through: points[0], points[1], points[2], dimension: start.count,
      titles: ("from \(names[0]) to \(names[1])", "across, to \(names[2])"), note: note)
    if let plane {
      self = plane
      return
    }
    let directions = PrincipalDirections(of: points, weights: [1, 1, 1])
    self.init(
      origin: points[0], u: directions?.first ?? Self.axis(0, start.count),
      v: directions?.second ?? Self.axis(1, start.count), titles: ("along the line", "across"),
      note: note + ", on a line")
  }

  private init(
    through a: Vector, _ b: Vector, _ c: Vector, dimension: Int,
    titles: (x: String, y: String) = ("from the first point to the second", "across, to the third"),
    note: String = "slice through three points"
  ) throws(PlaneError) {
    for point in [a, b, c] where point.count != dimension {
      throw PlaneError("a point of the plane has \(point.count) numbers; expected \(dimension)")
    }
    let ab = zip(b, a).map { $0 - $1 }
    let ac = zip(c, a).map { $0 - $1 }
    let u = ab.map { $0 / ab.norm }
    let rest = ac.orthogonal(to: u)
    guard u.isFinite, rest.norm > 1e-9 * ac.norm else {
      throw PlaneError("the points of the plane lie on a line; expected three that do not")
    }
    self.init(
      origin: a, u: u, v: rest.map { $0 / rest.norm }, titles: titles, note: note)
  }

  private static func axis(_ i: Int, _ n: Int) -> Vector { (0..<n).map { $0 == i ? 1 : 0 } }

  // MARK: Window

  /// The domain of a plane along axes; else what shows the points of the race, x* and the reach of
  /// random directions with a margin.
  public func window(
    of trajectories: [Trajectory], domain: [ClosedRange<Double>]
  ) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
    if let (i, j) = axes { return (domain[i], domain[j]) }
    let corners = reach.map { [point(-$0.x, -$0.y), point($0.x, $0.y)] } ?? []
    return PlanePoints(trajectories, within: domain).window(on: self, with: [origin] + corners)
  }

  // MARK: Words

  /// "97 %"; what is not the whole is not called so. nil for NaN, where the variance is not known.
  static func percent(_ share: Double) -> String? {
    guard !share.isNaN else { return nil }
    let percent = (share * 100).rounded()
    if percent == 100, share < 1 - 1e-9 { return "> 99 %" }
    return "\(Int(clamping: percent)) %"
  }
}
