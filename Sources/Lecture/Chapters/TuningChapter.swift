import Experiments
import Objectives
import Optimizers
import Races
import RealModule
import Scenes

/// Tuning: what the loss is over two settings, and how twenty trials look for the best.
struct TuningChapter: Chapter {
  static let card = ChapterCard(
    name: "tuning", title: "Tuning as a black art",
    summary: "The loss over learning rate and momentum, and over learning rate and width: where "
      + "training diverges is theory, where it is best is search.")

  let parts: [ChapterPart]

  init(_ setting: ChapterSetting) async throws {
    parts = [try await Self.stability(setting), try await Self.width(setting)]
  }

  private static func figure(
    _ name: String, title: String, caption: String, _ map: ParameterMap, _ trials: [Trial],
    searches: [TuningSearch] = [], marksBest: Bool = false
  ) -> LectureFigure {
    LectureFigure(name, caption: caption) { look in
      ParameterFigure(
        map, trials, searches: searches, marksBest: marksBest, title: title, colors: look.colors
      ).picture
    }
  }

  // MARK: Stability

  private static func stabilityMap(steps: Int) throws -> ParameterMap {
    try ParameterMap(
      FunctionName.function("quadratic:condition=20"),
      OptimizerCatalogue.settings("momentum"),
      over: (
        SettingRange("lr", from: 0.001, to: 1), SettingRange("momentum", from: 0, to: 0.99)
      ), columns: 80, rows: 80, steps: steps)
  }

  private static func stability(_ setting: ChapterSetting) async throws -> ChapterPart {
    let map = try stabilityMap(steps: 400)
    let trials = try await map.computed(workers: setting.workers, reporter: setting.reporter)
    // So few that only the best settings have arrived: after more of them many have, and none is
    // seen to be the best.
    let short = try stabilityMap(steps: 30)
    let early = try await short.computed(workers: setting.workers, reporter: setting.reporter)
    return ChapterPart(
      "Where momentum diverges",
      text: [
        "On a quadratic, theory says exactly which settings converge: 0 < ε < 2(1 + α)/λ, with λ "
          + "the largest curvature. Momentum nearly doubles the largest rate that is stable. The "
          + "best settings lie close to the border, which is why tuning is delicate."
      ],
      figures: [
        figure(
          "stability", title: "Momentum converges left of ε = 2(1 + α)/λ",
          caption: "What momentum reaches in 30 steps on the bowl with κ = 20, over ε and α; the "
            + "line is the border ε = 2(1 + α)/λ that theory draws, the diamond is the best setting.",
          short, early, marksBest: true)
      ],
      claims: [
        Claim(
          "border", "Momentum is stable for 0 < ε < 2(1 + α)/λ.",
          quantity: "share of 80 × 80 settings that diverge in 400 steps though theory has them "
            + "converge, or the other way round, but for cells that the border passes",
          theory: .near(
            0, within: 0, "every cell that the border does not touch is one or the other"),
          measured: Measurement(disagreement(map, trials)))
      ])
  }

  /// The share of cells of which theory and measurement say different things. Beyond the border
  /// errors grow, if slowly: what has grown counts.
  private static func disagreement(_ map: ParameterMap, _ trials: [Trial]) -> Double {
    guard let instability = map.instability() else { return .nan }
    let (columns, rows) = (map.across.count, map.up.count)
    let start = map.function.value(at: map.function.start) - (map.function.minimum ?? 0)
    let wrong = trials.indices.count { cell in
      let (i, j) = (cell % columns, cell / columns)
      let corners = [(i, j), (i + 1, j), (i, j + 1), (i + 1, j + 1)].map { column, row in
        instability(Double(column) / Double(columns), Double(row) / Double(rows)) > 0
      }
      guard corners.allSatisfy({ $0 == corners[0] }) else { return false }
      let hasGrown = trials[cell].isDiverged || !(trials[cell].loss <= start)
      return hasGrown != corners[0]
    }
    return Double(wrong) / Double(trials.count)
  }

  // MARK: Width

  private static let grid = (across: 5, up: 4)

  private static func width(_ setting: ChapterSetting) async throws -> ChapterPart {
    let map = try widthMap(seed: setting.seed)
    let trials = try await map.computed(workers: setting.workers, reporter: setting.reporter)
    let searches = try searches(on: map)
    let wins = try await randomWins(setting)
    return ChapterPart(
      "Twenty trials",
      text: [
        "Of the many settings a few matter: here the rate decides, the width hardly. A grid of "
          + "5 × 4 trials tries five rates; twenty random trials try twenty (Bergstra and Bengio, "
          + "JMLR 13 (2012) 281-305). In this search the grid's best loss is "
          + "\(Measurement.text(searches.grid.best?.loss ?? .nan)), that of the random trials "
          + "\(Measurement.text(searches.random.best?.loss ?? .nan)). Many rates are good here, so "
          + "that five may be enough: the random trials found the lower loss in "
          + "\(wins) of \(repetitions) such pairs of searches."
      ],
      figures: [
        figure(
          "width", title: "The rate matters, the width hardly",
          caption: "Training loss of a network with one hidden layer on two moons after 200 steps, "
            + "over rate and width, with a grid of 20 trials and 20 random ones; the best of each is large "
            + "and red.", map, trials,
          searches: [searches.grid, searches.random])
      ],
      claims: [
        Claim(
          "rate-matters", "The learning rate is the setting that matters most.",
          quantity: "range of the mean log loss over rates divided by that over widths",
          theory: .atLeast(
            2, "a rate of 0.001 hardly moves in 200 steps; a width of 1 still separates most"),
          measured: Measurement(influence(map, trials)))
      ])
  }

  private static func widthMap(seed: UInt64) throws -> ParameterMap {
    try ParameterMap(
      FunctionName.function("mlp:data=moons(n=200,noise=0.2),batch=20"),
      OptimizerCatalogue.settings("momentum"),
      over: (SettingRange("lr", from: 0.001, to: 3), SettingRange("hidden", from: 1, to: 32)),
      columns: 32, rows: 32, steps: 200, seed: seed)
  }

  /// As many trials of each kind.
  private static func searches(
    on map: ParameterMap
  ) throws -> (grid: TuningSearch, random: TuningSearch) {
    (try map.grid(grid.across, grid.up), try map.random(grid.across * grid.up))
  }

  private static let repetitions = 40

  /// In how many pairs of searches, each with other minibatches and other random trials, the random
  /// ones found the lower loss.
  private static func randomWins(_ setting: ChapterSetting) async throws -> Int {
    try await Parallel.results(
      of: repetitions, workers: setting.workers, named: "searches", reporter: setting.reporter
    ) { k in
      let searches = try searches(on: widthMap(seed: setting.seed &* 1000 &+ UInt64(k + 1)))
      return (searches.random.best?.loss ?? .infinity) < (searches.grid.best?.loss ?? .infinity)
    }.count { $0 }
  }

  /// How much more the loss varies from left to right than from below to above.
  private static func influence(_ map: ParameterMap, _ trials: [Trial]) -> Double {
    let (columns, rows) = (map.across.count, map.up.count)
    func logLoss(_ i: Int, _ j: Int) -> Double {
      let loss = trials[j * columns + i].loss
      // What diverged counts as a guess.
      return Double.log(loss.isFinite ? min(loss, 1) : 1)
    }
    func range(_ values: [Double]) -> Double { (values.max() ?? 0) - (values.min() ?? 0) }
    let across = (0..<columns).map { i in
      (0..<rows).reduce(0) { $0 + logLoss(i, $1) } / Double(rows)
    }
    let up = (0..<rows).map { j in
      (0..<columns).reduce(0) { $0 + logLoss($1, j) } / Double(columns)
    }
    return range(across) / range(up)
  }
}
