import LinearAlgebra
import Objectives
import Optimizers
import Specifications
import Testing

@testable import Experiments

/// What optimizers come to over two settings.
@Suite struct ParameterMapTests {
  private static func map(
    _ function: String, _ optimizer: String, _ first: String, _ second: String, columns: Int = 6,
    rows: Int = 5, steps: Int = 50
  ) throws -> ParameterMap {
    try ParameterMap(
      try FunctionCatalogue.function(function), try OptimizerCatalogue.settings(optimizer),
      over: (try SettingRange(spelling: first), try SettingRange(spelling: second)),
      columns: columns, rows: rows, steps: steps)
  }

  /// What parts stable rates from others on a quadratic of largest eigenvalue λ.
  private static let borders: [(optimizer: String, limit: @Sendable (Double, Double) -> Double)] = [
    ("momentum", { alpha, lambda in 2 * (1 + alpha) / lambda }),
    ("nesterov", { alpha, lambda in 2 * (1 + alpha) / ((1 + 2 * alpha) * lambda) }),
  ]

  /// In each row the first cell that diverges is the one in which theory's border lies, or beside
  /// it; all before converge, all behind do not; and the border that is drawn is the same.
  @Test(arguments: borders.indices, [20.0, 300])
  func runsDivergeWhereTheorySays(border: Int, condition: Double) async throws {
    let (optimizer, limit) = Self.borders[border]
    let low = NumberText.short(0.1 / condition)
    let map = try Self.map(
      "quadratic:condition=\(NumberText.short(condition))", optimizer,
      "lr=\(low)..\(NumberText.short(20 / condition))", "momentum=0..0.95", columns: 16, rows: 8,
      steps: 300)
    let trials = try await map.computed()
    let instability = try #require(map.instability())
    for row in 0..<map.up.count {
      let line = trials[(row * map.across.count)..<((row + 1) * map.across.count)]
      let first = try #require(line.firstIndex { $0.isDiverged }) - line.startIndex
      let border = limit(map.up.value(ofCell: row), condition)
      let cell = try #require((0..<16).last { map.across.value(at: Double($0) / 16) <= border })
      #expect(abs(first - cell) <= 1)
      #expect(line.dropFirst(first).allSatisfy { $0.isDiverged })
      let height = (Double(row) + 0.5) / Double(map.up.count)
      var (low, high) = (0.0, 1.0)
      for _ in 0..<40 {
        let middle = (low + high) / 2
        if instability(middle, height) > 0 { high = middle } else { low = middle }
      }
      #expect(abs(map.across.value(at: low) - border) <= border * 1e-9)
    }
  }

  /// A setting of a function whose minimum is searched makes other functions, with minima of their
  /// own that nobody has searched.
  @Test(arguments: [
    ("logistic-regression:data=moons", "l2=0.01..1", false), ("quadratic", "condition=2..9", true),
    ("logistic-regression:data=moons", "momentum=0..0.5", true),
  ])
  func whatLossesAreIsTold(function: String, second: String, isKnown: Bool) async throws {
    let map = try ParameterMap(
      try FunctionCatalogue.function(function).searched(),
      try OptimizerCatalogue.settings("momentum"),
      over: (try SettingRange(spelling: "lr=0.01..0.1"), try SettingRange(spelling: second)),
      columns: 2, rows: 2, steps: 3)
    #expect(map.function.minimum != nil)
    #expect(map.isMinimumKnown == isKnown)
    for trial in try await map.computed() {
      let subject = try map.subject.function(with: isKnown ? [] : [("l2", trial.v)])
      #expect(subject.minimum == (isKnown ? map.function.minimum : nil))
    }
  }

  @Test func onlyQuadraticsHaveABorder() throws {
    for function in ["beale", "rosenbrock", "three-hump-camel"] {
      let map = try Self.map(function, "momentum", "lr=0.001..1", "momentum=0..0.9")
      let instability = map.instability()
      #expect(instability == nil)
    }
    let adam = try Self.map("sphere", "adam", "lr=0.001..1", "beta1=0..0.9")
    let instability = try #require(adam.instability())
    #expect(instability(0.5, 0.5).isNaN)
  }

  /// Each cell is the run with its settings.
  @Test(arguments: [
    ("beale", "momentum:lr-placement=outside", "lr=0.001..0.1", "momentum=0..0.9"),
    ("rosenbrock", "adam", "lr=0.01..1", "beta2=0.9..0.999"),
    ("quadratic", "sgd", "lr=0.001..0.01", "condition=1..100"),
    ("quadratic", "sgd", "n=2..5", "lr=0.001..0.01"),
  ])
  func cellsAreRuns(
    function: String, optimizer: String, first: String, second: String
  ) async throws {
    let map = try Self.map(function, optimizer, first, second)
    let trials = try await map.computed(workers: 2)
    let alone = try await map.computed(workers: 1)
    #expect(trials == alone)
    #expect(trials.count == map.across.count * map.up.count)
    for (i, trial) in trials.enumerated() {
      let (column, row) = (i % map.across.count, i / map.across.count)
      #expect(trial.u == map.across.value(ofCell: column))
      #expect(trial.v == map.up.value(ofCell: row))
      var (f, s) = (Specification(name: function), try Specification(parsing: optimizer))
      for (axis, value) in [(map.across, trial.u), (map.up, trial.v)] {
        let text = "x:\(axis.key)=\(NumberText.short(value))"
        let entry = try Specification(parsing: text)
        if axis.owner == .function { f = f.adding(entry) } else { s = s.adding(entry) }
      }
      let run = try descend(
        try FunctionCatalogue.function(f), with: try OptimizerCatalogue.settings(s), steps: 50)
      #expect(run.excess(run.count - 1) == trial.loss || trial.isDiverged)
    }
  }

  /// Equal ratios over a decade or more, else equal differences; whole numbers one by one.
  @Test func axesFollowTheirRange() throws {
    let map = try Self.map("mlp", "momentum", "lr=0.01..1", "hidden=2..5", columns: 2, rows: 9)
    #expect(map.across.isLogarithmic && !map.up.isLogarithmic)
    let lr = (0..<2).map(map.across.value(ofCell:))
    #expect(abs(lr[0] / 0.1.squareRoot() / 0.1 - 1) < 1e-12)
    #expect(abs(lr[1] / 0.1.squareRoot() - 1) < 1e-12)
    #expect(map.up.isWhole && map.up.owner == .function && map.up.count == 4)
    #expect((0..<4).map(map.up.value(ofCell:)) == [2, 3, 4, 5])
    let many = try Self.map("quadratic", "sgd", "n=1..500", "lr=0.01..0.02", columns: 7)
    #expect(many.across.count == 7 && many.across.isWhole && many.across.isLogarithmic)
    #expect((0..<7).map(many.across.value(ofCell:)).allSatisfy { $0 == $0.rounded() })
  }

  /// Both searches have their trials within the map, and the best of each is none that diverged.
  @Test func searchesKeepToTheMap() throws {
    let map = try Self.map("rosenbrock", "momentum", "lr=0.0001..0.1", "momentum=0..0.95")
    let (grid, random) = (try map.grid(5, 4), try map.random(20))
    #expect(Set(grid.trials.map(\.u)).count == 5 && Set(grid.trials.map(\.v)).count == 4)
    #expect(Set(random.trials.map(\.u)).count == 20)
    for search in [grid, random] {
      #expect(search.trials.count == 20)
      #expect(search.trials.allSatisfy { map.across.domain.contains($0.u) })
      #expect(search.trials.allSatisfy { map.up.domain.contains($0.v) })
      let best = try #require(search.best)
      #expect(search.trials.allSatisfy { $0.isDiverged || $0.loss >= best.loss })
    }
    let again = try map.random(20)
    #expect(random.trials == again.trials)
  }

  @Test(arguments: ["lr=0.001..4", "momentum=0..0.99", "beta1=-1..1e-05"])
  func rangesAreSpelled(text: String) throws {
    #expect(try SettingRange(spelling: text).spelling == text)
  }

  @Test(arguments: ["lr", "lr=1", "lr=1..0.1", "=1..2", "lr=1..x", "lr=0..inf", "lr=1..1", ""])
  func otherRangesAreRefused(text: String) {
    #expect(throws: SpecificationError.self) { try SettingRange(spelling: text) }
  }

  @Test(arguments: [
    ("lr=0.1..1", "lr=0.2..1"), ("lr=-1..1", "momentum=0..0.9"), ("lr=0.1..1", "momentum=0..2"),
    ("lr=0.1..1", "momentun=0..1"), ("lr=0.1..1", "hidden=1.2..1.8"),
    ("lr=0.1..1", "learning-rate=0.1..1"),
  ])
  func otherSettingsAreRefused(first: String, second: String) {
    #expect(throws: SpecificationError.self) { try Self.map("mlp", "momentum", first, second) }
  }
}
