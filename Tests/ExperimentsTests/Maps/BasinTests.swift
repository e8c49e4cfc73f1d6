import LinearAlgebra
import Objectives
import Optimizers
import Specifications
import Testing

@testable import Experiments

/// Where optimizers end from the starts of a grid.
@Suite struct BasinTests {
  private static let optimizers = [
    "newton", "newton:hessian=absolute", "sgd:lr=0.01", "momentum:lr=0.002", "nesterov:lr=0.002",
    "adam:lr=0.1", "rmsprop:lr=0.05", "adagrad:lr=0.5", "bfgs", "cg", "trust-exact",
  ]

  private static func map(
    _ function: String, _ optimizer: String, side: Int = 12, steps: Int = 200
  ) throws -> BasinMap {
    try BasinMap(
      try FunctionCatalogue.function(function), try OptimizerCatalogue.settings(optimizer),
      columns: side, rows: side, steps: steps)
  }

  /// A run from the same start ends nearest to that end, and the cell's step is the first at which
  /// it has slowed down within reach of it; a method that swings may leave that once more.
  @Test(arguments: ["himmelblau", "three-hump-camel"], optimizers)
  func cellsAreTheEndsOfRuns(function: String, optimizer: String) async throws {
    let map = try Self.map(function, optimizer, side: 7)
    let basins = try await map.computed()
    let reach = ArrivalRule(map.function).reach
    var arrived = 0
    for (i, cell) in basins.cells.enumerated() where cell.end >= 0 {
      let start = map.start(i % map.columns, i / map.columns)
      let function: any TestFunction = map.function
      let run = try descend(
        function, with: try OptimizerCatalogue.settings(optimizer), from: [start.x, start.y],
        steps: map.steps)
      let end = basins.ends[cell.end].point
      let isThere = (0..<run.count).map { run.point($0).minus(end).largestMagnitude <= reach }
      let first = (1..<run.count).first {
        isThere[$0] && run.point($0).minus(run.point($0 - 1)).largestMagnitude <= reach
      }
      let last = run.point(run.count - 1)
      let nearest = ArrivalRule(map.function).places
        .min { last.minus($0).norm < last.minus($1).norm }
      #expect(nearest == end, "\(start)")
      // A search that finds nothing lower has no slow step after it.
      let step = first.map { isThere[$0 - 1] ? $0 - 1 : $0 } ?? run.count - 1
      #expect(step == cell.steps, "\(start)")
      arrived += 1
    }
    #expect(arrived > 0)
  }

  /// Where no known point is told, the run is not at one.
  @Test(arguments: optimizers) func whatIsLostIsLost(optimizer: String) async throws {
    let map = try Self.map("himmelblau", optimizer, side: 9, steps: 30)
    let basins = try await map.computed()
    let reach = ArrivalRule(map.function).reach
    for (i, cell) in basins.cells.enumerated() where cell.end < 0 {
      let start = map.start(i % map.columns, i / map.columns)
      let function: any TestFunction = map.function
      let run = try descend(
        function, with: map.settings, from: [start.x, start.y],
        plan: Plan(budget: Budget(steps: map.steps)))
      let end = run.point(run.count - 1)
      if cell.end == Basins.Cell.diverged {
        #expect(run.outcome.kind == .diverged || !end.isFinite)
      } else {
        let last = run.point(max(0, run.count - 2))
        let isMoving = end.minus(last).largestMagnitude > reach
        let minima = map.function.minimizers
        #expect(isMoving || minima.allSatisfy { end.minus($0).largestMagnitude > reach })
      }
    }
  }

  /// Each start is counted once, and Newton's method finds every critical point of Himmelblau's
  /// function: four minima, four saddles and a maximum.
  @Test func sharesAreOfAllStarts() async throws {
    for optimizer in Self.optimizers {
      let basins = try await Self.map("himmelblau", optimizer).computed()
      let told = [Basins.Cell.nowhere, Basins.Cell.diverged] + Array(basins.ends.indices)
      #expect(told.map(basins.starts).reduce(0, +) == 144)
    }
    let newton = try await Self.map("himmelblau", "newton", side: 40).computed()
    let kinds = newton.ends.map(\.kind)
    #expect(kinds.count == 9 && kinds.prefix(4).allSatisfy { $0 == .minimum })
    #expect(kinds.count { $0 == .saddle } == 4 && kinds.count { $0 == .maximum } == 1)
    #expect(newton.ends.allSatisfy { $0.starts > 0 })
  }

  /// The three-hump camel is the same at −x: so is its map, an end at p turned into that at −p.
  @Test(arguments: ["sgd:lr=0.01", "momentum:lr=0.005", "newton", "adam:lr=0.1"])
  func mapsAreAsSymmetricAsTheFunction(optimizer: String) async throws {
    let basins = try await Self.map("three-hump-camel", optimizer, side: 16).computed()
    func end(_ i: Int) -> Vector? {
      let end = basins.cells[i].end
      return end >= 0 ? basins.ends[end].point : nil
    }
    let count = basins.cells.count
    for i in 0..<count {
      let (one, other) = (basins.cells[i], basins.cells[count - 1 - i])
      #expect(one.steps == other.steps && (one.end < 0) == (other.end < 0))
      if let here = end(i), let there = end(count - 1 - i) {
        #expect(here.minus(there.negated).largestMagnitude < 1e-6)
      }
    }
  }

  /// Newton's fractal: the ends of x³ − 3xy² are one flat point, those of the real part of z⁴/4 + z
  /// the three roots of z³ = −1, which nobody has told.
  @Test func unknownEndsAreFound() async throws {
    let map = try Self.map("x^4/4-3*x^2*y^2/2+y^4/4+x:low=-2,high=2", "newton", side: 30)
    let basins = try await map.computed()
    let found = basins.ends.filter { $0.starts > 0 }
    let roots: [Vector] = [[-1, 0], [0.5, 0.75.squareRoot()], [0.5, -0.75.squareRoot()]]
    #expect(found.count == 3 && found.allSatisfy { $0.kind == .saddle })
    for root in roots {
      #expect(found.contains { $0.point.minus(root).largestMagnitude < 1e-12 }, "\(root)")
    }
    #expect(found.map(\.starts) == found.map(\.starts).sorted(by: >))
  }

  @Test(arguments: ["newton", "adam:lr=0.1"])
  func workersChangeNothing(optimizer: String) async throws {
    let map = try Self.map("himmelblau", optimizer, side: 20)
    let alone = try await map.computed(workers: 1)
    let shared = try await map.computed(workers: 2)
    #expect(alone.cells == shared.cells && alone.ends == shared.ends)
  }

  /// Too long steps throw the iterate out of every bound.
  @Test func divergenceIsTold() async throws {
    let basins = try await Self.map("himmelblau", "sgd:lr=1", side: 8).computed()
    #expect(basins.starts(at: Basins.Cell.diverged) == 64)
  }

  @Test(arguments: [
    ("rosenbrock:n=3", "sgd"), ("noisy(himmelblau)", "sgd"), ("himmelblau", "svrg"),
    ("himmelblau", "gauss-newton"),
  ])
  func whatCannotBeMappedIsTold(function: String, optimizer: String) async throws {
    await #expect(throws: SpecificationError.self) {
      try await Self.map(function, optimizer, side: 8).computed()
    }
  }
}
