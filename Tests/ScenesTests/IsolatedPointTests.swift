import RealModule
import Testing

@testable import Scenes

/// Stars stand at minima, not at some of many points that are as low.
struct IsolatedPointTests {
  typealias Surface = @Sendable (Double, Double) -> Double

  private func stars(_ points: [[Double]], _ f: @escaping Surface) -> [[Double]] {
    Landscape(
      title: "f", objective: f, x: -5...5, y: -4...6, minimizers: points, minimum: 0
    ).minimizers
  }

  static let level: [(String, [Double], Surface)] = [
    ("a constant", [1, 2], { _, _ in 3 }),
    ("a flat disc", [0.2, 0.1], { max(0, $0 * $0 + $1 * $1 - 1) }),
    ("the rim of a flat disc", [1, 0], { max(0, $0 * $0 + $1 * $1 - 1) }),
    ("y²", [2, 0], { _, y in y * y }),
    ("(2x−y)²", [1, 2], { (2 * $0 - $1) * (2 * $0 - $1) }),
    ("|3x−y|", [1, 3], { abs(3 * $0 - $1) }),
    ("a ring", [0.6, 0.8], { .pow($0 * $0 + $1 * $1 - 1, 2) }),
    ("a ring, nearly", [0.6 + 1e-9, 0.8], { .pow($0 * $0 + $1 * $1 - 1, 2) }),
    ("far from zero", [2, 0], { _, y in 1e6 + y * y }),
    ("a square multiplied out", [1, 2], { x, y in 4 * x * x - 4 * x * y + y * y }),
    ("a hyperbola beside huge values", [0.5, 2], { .pow(1e4 * ($0 * $1 - 1), 2) }),
  ]

  @Test(arguments: level)
  func pointsOfLevelGroundHaveNoStar(_ name: String, _ point: [Double], _ f: @escaping Surface) {
    #expect(stars([point], f).isEmpty)
  }

  static let alone: [(String, [Double], Surface)] = [
    ("a bowl", [0, 0], { $0 * $0 + $1 * $1 }),
    ("a ravine", [0, 0], { 1e-9 * $0 * $0 + $1 * $1 }),
    ("a turned ravine", [1, 2], { .pow(2 * $0 - $1, 2) + 1e-6 * ($0 - 1) * ($0 - 1) }),
    ("a bent one", [1, 1], { (1 - $0) * (1 - $0) + 1e5 * .pow($1 - $0 * $0, 2) }),
    ("high powers", [0, 0], { .pow($0, 10) + .pow($1, 10) }),
    (
      "Powell's badly scaled", [1.0981593296996783e-5, 9.106146739867679 / 2],
      { .pow(2e4 * $0 * $1 - 1, 2) + .pow(.exp(-$0) + .exp(-2 * $1) - 1.0001, 2) }
    ),
    ("a cone", [0, 0], { ($0 * $0 + $1 * $1).squareRoot() }),
    ("at the edge of where f is", [0, 1], { x, y in x < 0 ? .nan : x + (y - 1) * (y - 1) }),
    ("undefined", [0, 0], { _, _ in .nan }),
  ]

  @Test(arguments: alone)
  func minimaHaveTheirStar(_ name: String, _ point: [Double], _ f: @escaping Surface) {
    #expect(stars([point], f) == [point])
  }

  /// Beside a deeper basin a local minimum is one.
  @Test func localMinimaBesideDeeperOnesStay() {
    let landscape = Landscape(
      title: "f", objective: { x, y in -.cos(200 * x) + x + y * y }, x: -5...5, y: -5...5,
      localMinima: [[-1 / 4e4, 0]], minimum: nil)
    #expect(landscape.localMinima.count == 1)
  }

  @Test func maximaAreLookedAtFromBelow() {
    let landscape = Landscape(
      title: "f", objective: { x, y in -x * x }, x: -5...5, y: -5...5, maxima: [[0, 1]],
      minimum: nil)
    #expect(landscape.maxima.isEmpty)
    let hill = Landscape(
      title: "f", objective: { x, y in -x * x - y * y }, x: -5...5, y: -5...5, maxima: [[0, 0]],
      minimum: nil)
    #expect(hill.maxima == [[0, 0]])
  }

  /// The same of one variable: of these one side alone is far higher, or level.
  @Test func placesOnAGraphAreAlone() {
    func stars(_ places: [Double], _ f: @escaping @Sendable (Double) -> Double) -> [Double] {
      Landscape(
        title: "f", graphOf: f, x: -5...5, minimizers: places, minimum: 0
      ).minimizers.map { $0[0] }
    }
    #expect(stars([0]) { $0 < 0 ? 1e20 * $0 * $0 : $0 * $0 } == [0])
    #expect(stars([0]) { .pow($0, 10) } == [0])
    #expect(stars([0]) { abs($0) } == [0])
    #expect(stars([0]) { max(0, $0) }.isEmpty)
    #expect(stars([1 + 1e-9]) { .pow(max(0, abs($0) - 1), 2) }.isEmpty)
    #expect(stars([2]) { _ in 7 }.isEmpty)
    let hills = Landscape(
      title: "f", graphOf: { -max(0, $0 * $0 * ($0 - 2)) }, x: -5...5, maxima: [1], minimum: nil)
    #expect(hills.maxima.isEmpty)
  }
}
