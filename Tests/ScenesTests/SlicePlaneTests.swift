import Contours
import LinearAlgebra
import Optimizers
import Specifications
import Testing

@testable import Experiments
@testable import Objectives
@testable import Scenes

/// Planes through ends and along random directions, and what is told of heads beside them.
@Suite struct SlicePlaneTests {
  private static let names = ["sgd:lr=0.05", "momentum:lr=0.02", "adam:lr=0.1", "rmsprop:lr=0.1"]

  private func network() throws -> any TestFunction {
    try FunctionCatalogue.function("mlp:data=moons(n=10),hidden=3")
  }

  /// - Parameter count: of entrants, from the first on.
  private func runs(
    _ function: any TestFunction, _ count: Int = 4, steps: Int = 8, seeds: UInt64 = 1
  ) throws -> [Trajectory] {
    try Self.names.prefix(count).flatMap { name in
      let settings = try OptimizerCatalogue.settings(name)
      return try (0..<seeds).map { seed in
        try descend(
          function, with: settings, plan: Plan(budget: Budget(steps: steps), seed: seed))
      }
    }
  }

  private func plane(
    _ rule: PlaneRule, _ function: any TestFunction, _ runs: [Trajectory]
  ) throws -> RacePlane {
    try RacePlane(
      rule, dimension: function.dimension, of: runs.map { [$0] }, minimizers: function.minimizers,
      domain: function.domain, rows: function.unitWeights)
  }

  private func landscape(
    _ rule: PlaneRule, _ function: any TestFunction, _ runs: [Trajectory]
  ) throws -> Landscape {
    let plane = try plane(rule, function, runs)
    let (x, y) = plane.window(of: runs, domain: function.domain)
    var landscape = Landscape(
      title: "f", objective: { function.value(at: plane.point($0, $1)) }, x: x, y: y, minimum: nil)
    landscape.plane = plane
    landscape.valueOnPlane = landscape.objective
    return landscape
  }

  // MARK: Random directions

  @Test(arguments: [0, 1, 7])
  func directionsAreAsLongAsTheWeightsOfEachUnit(seed: Int) throws {
    let function = try network()
    let point = function.start
    let directions = RandomDirections(at: point, rows: function.unitWeights, seed: seed)
    let (a, b) = (directions.first, directions.second)
    #expect(abs(a.norm - 1) <= 1e-14 && abs(b.norm - 1) <= 1e-14 && abs(a.dot(b)) <= 1e-14)
    let lengths = try #require(directions.lengths)
    // The first is the first direction of the paper, but for its length.
    for row in function.unitWeights {
      let scaled = lengths.x * Vector(a[row]).norm
      #expect(abs(scaled - Vector(point[row]).norm) <= 1e-13 * scaled)
    }
    let others = Set(point.indices).subtracting(function.unitWeights.joined())
    #expect(!others.isEmpty && others.allSatisfy { a[$0] == 0 && b[$0] == 0 })
  }

  @Test func seedsNameDirections() throws {
    let function = try network()
    let runs = try runs(function)
    let planes = try [0, 0, 1].map { try plane(.random(seed: $0), function, runs) }
    #expect(planes[0].u == planes[1].u && planes[0].v == planes[1].v)
    #expect(abs(planes[0].u.dot(planes[2].u)) < 0.9)
    #expect(planes[0].note?.contains("scaled as the weights of each unit") == true)
  }

  /// No weights, weights that are all 0, and one weight alone leave plain directions.
  @Test(arguments: [
    ("rosenbrock:n=4", 4), ("softmax-regression:data=moons(n=10)", 6),
    ("linear-regression:data=regression(n=10)", 2),
  ])
  func withoutWeightsDirectionsArePlain(name: String, n: Int) throws {
    let function = try FunctionCatalogue.function(name)
    let directions = RandomDirections(
      at: .zeros(n), rows: function.unitWeights, seed: 3)
    #expect(!directions.areOfUnits && directions.first.allSatisfy { $0 != 0 })
    #expect(abs(directions.first.dot(directions.second)) <= 1e-14)
  }

  // MARK: Ends

  @Test(arguments: [2, 3, 4])
  func planesGoThroughEnds(count: Int) throws {
    let function = try network()
    let runs = try runs(function, count)
    let plane = try plane(.ends, function, runs)
    let ends = runs.prefix(3).map { $0.point($0.count - 1) }
    for point in ends + (count == 2 ? [function.start] : []) {
      #expect(plane.distance(to: point) <= 1e-14 * point.norm)
    }
    #expect(plane.distance(to: runs[0].point(4)) > 1e-6)
  }

  /// Each optimizer has its turn before one has a second.
  @Test func endsAreOfDifferentEntrants() throws {
    let function = try FunctionCatalogue.function("noisy(sphere:n=4,sigma=0.1)")
    let runs = try runs(function, 3, seeds: 2)
    let ends = RunEnd.list(stride(from: 0, to: 6, by: 2).map { Array(runs[$0...($0 + 1)]) })
    let names = ["SGD", "Momentum", "Adam"]
    #expect(
      ends.map(\.name)
        == ["run 1", "run 2"].flatMap { run in
          names.map { "the end of \(run) of \($0)" }
        })
    #expect(ends.map(\.point) == [0, 2, 4, 1, 3, 5].map { runs[$0].point(runs[$0].count - 1) })
  }

  /// Labels are what titles and the note say, and namesakes are told apart as they are elsewhere.
  @Test func endsHaveTheNamesOfTheirEntrants() throws {
    let function = try network()
    let run = try runs(function, 1)[0]
    let slow = try descend(
      function, with: try OptimizerCatalogue.settings("sgd:lr=0.01"),
      plan: Plan(budget: Budget(steps: 8)))
    let adam = try runs(function, 3)[2]
    let looks = [EntrantLook(), EntrantLook(), EntrantLook(label: "ours")]
    #expect(
      RunEnd.list([[run], [slow], [adam]], looks: looks).map(\.name)
        == ["the end of SGD lr=0.05", "the end of SGD lr=0.01", "the end of ours"])
    #expect(
      RunEnd.list([[run], [run], [adam]]).map(\.name)
        == ["the end of SGD (1)", "the end of SGD (2)", "the end of Adam"])
    let plane = try RacePlane(
      .ends, dimension: function.dimension, of: [[run], [slow], [adam]], looks: looks,
      minimizers: [], domain: function.domain)
    #expect(plane.axisTitles.x == "from the end of SGD lr=0.05 to the end of SGD lr=0.01")
    #expect(plane.axisTitles.y == "across, to the end of ours")
    #expect(plane.note?.hasSuffix("and the end of ours") == true)
  }

  /// Runs that agree leave no plane; one through them is drawn all the same, as before the race has
  /// begun nobody knows.
  @Test(arguments: [0, 1])
  func endsOnALine(steps: Int) throws {
    let function = try FunctionCatalogue.function("rosenbrock:n=4")
    let runs = try runs(function, 2, steps: steps)
    let plane = try plane(.ends, function, runs)
    #expect(plane.note?.hasSuffix("on a line") == true)
    #expect(abs(plane.u.dot(plane.v)) <= 1e-14)
    for run in runs {
      #expect(plane.distance(to: run.point(run.count - 1)) <= 1e-14 * function.start.norm)
    }
    #expect(throws: PlaneError.self) {
      try self.plane(.ends, function, Array(runs.prefix(1)))
    }
  }

  // MARK: Heads

  /// Three points by hand: the plane x₃ = 0 of f = Σ xᵢ².
  @Test func headsTellTheirDistanceAndTheValueBelow() throws {
    let function = try FunctionCatalogue.function("sphere:n=3")
    let run = try descend(
      function, with: try OptimizerCatalogue.settings("sgd:lr=0"), from: [3, 4, 2],
      plan: Plan(budget: Budget(steps: 1)))
    let landscape = try landscape(.points([0, 0, 0], [1, 0, 0], [0, 1, 0]), function, [run])
    let slice = try #require(RaceSlice(landscape, for: 1))
    let entrant = RaceEntrant.list([[run]], on: landscape.plane, style: RaceStyle())[0]
    #expect(slice.value(of: entrant.runs[0], at: 0) == 25)
    #expect(slice.distance(of: entrant.runs[0], at: 0) == 2)
    #expect(slice.note(of: [entrant]) == "ends lie up to 2 from it")
    #expect(
      slice.numbers(of: entrant, at: 0, above: 0)
        == [NumberLabel.changing(25), NumberLabel.changing(2, digits: 2)])
  }

  /// Costly values are told of as many heads as a map has nodes, and no more.
  @Test func costlyValuesAreNotTold() throws {
    let function = try FunctionCatalogue.function("sphere:n=3")
    let run = try descend(
      function, with: try OptimizerCatalogue.settings("sgd:lr=0.1"),
      plan: Plan(budget: Budget(steps: 1)))
    var landscape = try landscape(.principal, function, [run])
    landscape.sampling = MapSampling(valueCost: .max)
    let entrant = RaceEntrant.list([[run]], on: landscape.plane, style: RaceStyle())[0]
    let (few, many) = (
      try #require(RaceSlice(landscape, for: 2048)), try #require(RaceSlice(landscape, for: 2049))
    )
    #expect(few.columns.map(\.title) == ["on the map", "off it"])
    #expect(many.columns.map(\.title) == ["off it"])
    let numbers = try #require(few.numbers(of: entrant, at: 1, above: 0))
    #expect(numbers.count == 2)
    #expect(many.numbers(of: entrant, at: 1, above: 0) == [numbers[1]])
  }

  @Test func filmsAndPagesTellThem() throws {
    let function = try FunctionCatalogue.function("sphere:n=4")
    let runs = try runs(function, 3)
    let landscape = try landscape(.random(seed: 0), function, runs)
    let film = RaceFilm(runs, on: landscape, measuring: FixedWidthMeasuring())
    let texts = film.poster.marks.compactMap(\.string)
    #expect(texts.contains("on the map") && texts.contains("off it"))
    let entrant = RaceEntrant.list([[runs[0]]], on: landscape.plane, style: RaceStyle())[0]
    let slice = try #require(RaceSlice(landscape, for: 1))
    for number in try #require(slice.numbers(of: entrant, at: 8, above: 0)) {
      #expect(texts.contains(number))
    }
    var style = RaceStyle()
    style.layout = .figure
    let figure = RaceFilm(runs, on: landscape, style: style, measuring: FixedWidthMeasuring())
    #expect(figure.background.marks.compactMap(\.string).contains { $0.contains("ends lie up to") })
    let page = RacePage(runs, on: landscape, resolution: PixelSize(width: 20, height: 20))
    #expect(page.raceText.contains("\"planeValue\":["))
    #expect(page.raceText.contains("\"planeDistance\":["))
  }
}
