import DescentKit

/// What the maps over two settings print.
enum ParameterTable {
  /// "0.0012 at lr=0.1, momentum=0.9".
  static func cells(_ trial: Trial, _ map: ParameterMap) -> String {
    let settings = [(map.across.key, trial.u), (map.up.key, trial.v)].map {
      "\($0.0)=\(Digits.short($0.1))"
    }
    return "\(Digits.short(trial.loss)) at \(settings.joined(separator: ", "))"
  }

  /// A row for the map and for each search.
  static func text(_ map: ParameterMap, _ trials: [Trial], _ searches: [TuningSearch]) -> String {
    let loss = map.isMinimumKnown ? "best f - f*" : "best f"
    var table = TextTable(
      ["search", "trials", loss, map.across.key, map.up.key, "diverged"],
      numeric: [1, 2, 3, 4, 5])
    for (name, trials) in searches.map({ ($0.name, $0.trials) }) + [("map", trials)] {
      let best = TuningSearch.best(trials)
      table.add([
        name, String(trials.count), Digits.short(best?.loss), Digits.short(best?.u),
        Digits.short(best?.v), String(trials.count { $0.isDiverged }),
      ])
    }
    return "\(map.function.specification), \(map.settings.specification)\n" + table.text
  }
}
