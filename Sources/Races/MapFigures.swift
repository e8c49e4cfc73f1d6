import Experiments
import Objectives
import Optimizers
import Rendering
import Scenes
import Specifications

extension BasinFigure {
  /// The figure of a map.
  ///
  /// - Parameter title: the names of its function and its optimizer unless given.
  public init(_ basins: Basins, title: String? = nil, colors: ThemeColors = .light) {
    let map = basins.map
    let names = map.function.variableNames
    self.init(
      basins, axisTitles: (names.title(0), names.title(1)),
      title: title ?? "Where \(map.settings.headline) ends on \(map.function.headline)",
      note: "each cell is a start; its colour tells the end, its lightness the steps",
      colors: colors, measuring: CairoTextMeasuring())
  }
}

extension OptimizerSettings {
  /// "Momentum (ε = 0.002)": the title with what differs from the defaults.
  public var headline: String {
    let changes = parameterTable.filter { $0.value != $0.default }.map {
      "\($0.symbol.isEmpty ? $0.name : $0.symbol) = \($0.value)"
    }
    let title = Self.card.title
    return changes.isEmpty ? title : title + " (\(changes.joined(separator: ", ")))"
  }
}

extension ParameterMap {
  /// What the losses are called.
  public var lossTitle: String { isMinimumKnown ? "f − f*" : "f" }
}

extension ParameterFigure {
  /// The figure of a map.
  ///
  /// - Parameter title: the names of its function and its optimizer unless given.
  public init(
    _ map: ParameterMap, _ trials: [Trial], searches: [TuningSearch] = [],
    groups: [ParameterGroup] = [], marksBest: Bool = false, title: String? = nil,
    colors: ThemeColors = .light
  ) {
    self.init(
      map, trials, searches: searches, groups: groups, marksBest: marksBest,
      lossTitle: map.lossTitle,
      title: title ?? "\(map.settings.headline) on \(map.function.headline)",
      note: "\(map.lossTitle) after \(map.plan.budget.description)", colors: colors,
      measuring: CairoTextMeasuring())
  }
}
