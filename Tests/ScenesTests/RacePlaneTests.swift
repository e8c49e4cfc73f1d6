import Contours
import LinearAlgebra
import Specifications
import Testing

@testable import Experiments
@testable import Scenes

@Suite struct RacePlaneTests {
  private static let domain = Array(repeating: -5.0...5, count: 3)

  /// A run through points of ℝ³, one a step; f is the sum of squares.
  private static func run(
    _ points: [Vector], outcome: Outcome = Outcome(.budgetSpent, "steps")
  ) -> Trajectory {
    var trajectory = Trajectory(
      function: Specification(name: "sphere"), dimension: 3,
      optimizer: Specification(name: "descent"),
      title: "Descent", seed: 0,
      minimum: 0, evaluationPointName: nil)
    for (k, point) in points.enumerated() {
      trajectory.steps.append(k)
      trajectory.coordinates += point
      trajectory.values.append(point.dot(point))
      trajectory.gradientNorms.append(2 * point.norm)
      trajectory.learningRates.append(0.1)
      trajectory.cumulated.append(Counts())
    }
    trajectory.outcome = outcome
    return trajectory
  }

  /// In the plane x₂ = 0, wide along x₃ and narrow along x₁.
  private static let bowl = run([[1, 0, 4], [-1, 0, 2], [0.5, 0, 1], [0, 0, 0.1], [0, 0, 0]])
  private static let diverging = run(
    [[1, 0, 4], [1, 4, 4], [1, 1e9, 4], [1, .infinity, .nan]], outcome: Outcome(.diverged, "f"))

  private func plane(
    _ rule: PlaneRule, _ runs: [Trajectory], minimizers: [Vector] = [[0, 0, 0]]
  ) throws -> RacePlane {
    try RacePlane(
      rule, dimension: 3, of: runs.map { [$0] }, minimizers: minimizers, domain: Self.domain)
  }

  @Test(arguments: [[bowl], [bowl, diverging], [diverging, bowl, bowl]])
  func principalDirectionsPassDiverged(runs: [Trajectory]) throws {
    let plane = try plane(.automatic, runs)
    #expect(abs(plane.u[1]) <= 1e-12 && abs(plane.v[1]) <= 1e-12)
    #expect(plane.u[2] > 0.9)
    #expect(plane.note == "slice through x* along PC 1, PC 2: 100 % of the variance")
    let (x, y) = plane.window(of: runs, domain: Self.domain)
    #expect(x.lowerBound < 0 && x.upperBound < 5 && y.upperBound < 2)
  }

  @Test(arguments: [
    PlaneRule.principal, .coordinates(2, 0), .points([0, 1, 0], [1, 1, 1], [3, 0, 0]),
  ])
  func coordinatesGoThereAndBack(rule: PlaneRule) throws {
    let plane = try plane(rule, [Self.bowl])
    #expect(abs(plane.u.norm - 1) <= 1e-15 && abs(plane.v.norm - 1) <= 1e-15)
    #expect(abs(plane.u.dot(plane.v)) <= 1e-15)
    for (a, b) in [(0.0, 0.0), (1, -2), (0.3, 4)] {
      let point = plane.point(a, b)
      #expect(plane.distance(to: point) <= 1e-14)
      let found = plane.coordinates(of: point)
      #expect(abs(found.x - a) <= 1e-14 && abs(found.y - b) <= 1e-14)
      let beside = zip(point, Self.normal(plane)).map { $0 + 2 * $1 }
      #expect(abs(plane.distance(to: beside) - 2) <= 1e-14)
    }
  }

  private static func normal(_ plane: RacePlane) -> Vector {
    let (u, v) = (plane.u, plane.v)
    return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
  }

  @Test(arguments: [
    ([[0.0, 0, 0]], "x*", [0.0, 0, 0]), ([[0, 0, 0], [0.1, 0, 0]], "x*", [0, 0, 0]),
    ([[90, 0, 0]], "the lowest point reached", [0, 0, 0]),
    ([], "the lowest point reached", [0, 0, 0]),
  ])
  func slicesGoThroughMinimizersNearby(minimizers: [Vector], name: String, point: Vector) throws {
    let plane = try plane(.coordinates(0, 1), [Self.bowl], minimizers: minimizers)
    #expect(plane.note == "slice through \(name) along x₁, x₂")
    #expect(plane.origin == point)
  }

  @Test func onlyPointsOnThePlaneAreMarked() throws {
    let plane = try plane(.coordinates(0, 2), [Self.bowl])
    let marks = plane.marks(
      [[1, 0, 2], [1, 0.001, 3], [1, 1, 2], [0, 0]], x: -5...5, y: -5...5)
    #expect(marks == [[1, 2], [1, 3]])
  }

  @Test(arguments: [
    PlaneRule.coordinates(0, 0), .coordinates(0, 3), .coordinates(-1, 1),
    .variables("x1", "x1"), .variables("x1", "x4"), .variables("x0", "x1"), .variables("w", "x1"),
    .points([0, 0], [1, 1], [2, 3]), .points([0, 0, 0], [1, 1, 1], [2, 2, 2]),
    .points([1, 0, 0], [1, 0, 0], [2, 2, 2]), .points([1, 0, 0], [3, 0, 0], [1, 0, 0]),
    .random(seed: -1),
  ])
  func someAreNoPlane(rule: PlaneRule) {
    #expect(throws: PlaneError.self) { try plane(rule, [Self.bowl]) }
  }

  @Test func nothingMoves() throws {
    let plane = try plane(.automatic, [Self.run([[1, 2, 3]])])
    #expect(plane.coordinates(of: [7, 8, 9]) == PlanePoint(7, 8))
    let none = try self.plane(.automatic, [])
    #expect(none.origin == [0, 0, 0])
  }

  @Test(arguments: [
    (1.0, "100 %"), (0.9999, "> 99 %"), (0.974, "97 %"), (0.0, "0 %"),
  ])
  func sharesAreSaid(share: Double, text: String) {
    #expect(RacePlane.percent(share) == text)
    #expect(RacePlane.percent(.nan) == nil)
  }

  /// Every frame can be drawn, and the axes say what they are.
  @Test(arguments: RaceStyle.Layout.allCases)
  func aFilmInThreeVariables(layout: RaceStyle.Layout) throws {
    let runs = [Self.bowl, Self.diverging]
    let plane = try plane(.automatic, runs)
    let (x, y) = plane.window(of: runs, domain: Self.domain)
    var landscape = Landscape(
      title: "sphere:n=3",
      objective: {
        let point = plane.point($0, $1)
        return point.dot(point)
      }, x: x, y: y, minimum: 0)
    landscape.plane = plane
    var style = RaceStyle()
    style.layout = layout
    let film = RaceFilm(runs, on: landscape, style: style, measuring: FixedWidthMeasuring())
    let texts = film.background.marks.compactMap(\.string)
    #expect(texts.contains { $0.hasPrefix("slice through x* along PC 1, PC 2: 100 %") })
    #expect(texts.contains("PC 1") == (layout != .grid))
    let points = film.poster.marks.flatMap(\.points)
    #expect(points.allSatisfy { $0.x.isFinite && film.size.rect.contains($0) })
  }
}
