import Experiments
import Specifications

/// A parameter map as comma-separated values (RFC 4180): a row a run.
public enum ParameterCSV {
  /// The two settings by their keys; what the run belongs to, "map" or the name of a search; f at
  /// its end, or f − f* where f* is known; whether it diverged. The map's rows come first, from the
  /// lowest value of the second setting.
  public static func text(
    _ map: ParameterMap, _ trials: [Trial], searches: [TuningSearch] = []
  ) -> String {
    let loss = map.function.minimum == nil ? "value" : "excess"
    var text = CSV.line([map.across.key, map.up.key, "part", loss, "diverged"]) + "\n"
    for (name, trials) in [("map", trials)] + searches.map({ ($0.name, $0.trials) }) {
      for trial in trials {
        text +=
          CSV.line([
            NumberText.short(trial.u), NumberText.short(trial.v), name,
            NumberText.short(trial.loss), String(trial.isDiverged),
          ]) + "\n"
      }
    }
    return text
  }
}
