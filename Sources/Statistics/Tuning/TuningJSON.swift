import Experiments
import JSON

/// What tuning came to, for programs.
public enum TuningJSON {
  /// What was searched on what, and of each optimizer the settings that were found, with the scores
  /// before and after, and the curve over trials.
  public static func value(_ result: TuningResult, of tuning: Tuning) -> JSON {
    .members([
      "search": .string(tuning.method.name),
      "trials": .integer(tuning.trials),
      "searches": .integer(tuning.searches),
      "seed": .unsigned(tuning.plan.seed),
      "budget": .string(tuning.plan.budget.description),
      "score": .string(tuning.score.text),
      "split": .string(tuning.problems.rule),
      "tuningProblems": .strings(tuning.problems.tuning.problems.map(\.name)),
      "testProblems": .strings(tuning.problems.test.problems.map(\.name)),
      "optimizers": .array(result.optimizers.map(optimizer)),
    ])
  }

  private static func optimizer(_ tuned: TunedOptimizer) -> JSON {
    .members([
      "given": .string(tuned.space.optimizer.specification.description),
      "searched": .array(
        tuned.space.settings.map { setting in
          .members([
            "key": .string(setting.range.key), "low": .number(setting.range.low),
            "high": .number(setting.range.high), "scale": .string(setting.range.scale.rawValue),
          ])
        }),
      "tuned": .string(tuned.best.specification.description),
      "tuningScore": scores(tuned, \.tuning),
      "testScore": scores(tuned, \.test),
      "evaluations": .integer(tuned.evaluations),
      "curve": .array(
        TuningCurve(tuned).points.map { point in
          .members([
            "trial": .integer(point.trial), "evaluations": .number(point.evaluations),
            "median": .number(point.median), "lower": .number(point.quartiles.lowerBound),
            "upper": .number(point.quartiles.upperBound),
          ])
        }),
    ])
  }

  private static func scores(
    _ tuned: TunedOptimizer, _ part: KeyPath<TuningPoint, Double>
  ) -> JSON {
    .members([
      "given": .number(tuned.given[keyPath: part]),
      "tuned": .number(tuned.tuned[keyPath: part]),
    ])
  }
}
