import Experiments
import JSON
import Objectives
import Statistics

/// What Statistics tells of a study, for the browser's tests to compare with what a page computes:
/// a list of choices with the answers.
struct StudyVectors {
  let table: StudyTable

  var json: JSON { .array(Self.choices.map(answer)) }

  private struct Choice {
    var axis = WorkAxis.steps
    var unit = WorkUnit.plain
    var targets = TargetSet.usual
    var hidden: Set<String> = []
    var start = ""
  }

  private static let choices = [
    Choice(),
    Choice(axis: .gradients, unit: .variables, targets: .coco),
    Choice(axis: .evaluations(.equal), unit: .simplexGradients, targets: .moreWild),
    Choice(axis: .evaluations(.reverseMode), targets: TargetSet(.relative, [1e-1, 1e-3, 0.3])),
    Choice(axis: .evaluations(.blackBox), targets: TargetSet(.found, [1e-2]), hidden: ["bfgs"]),
    Choice(axis: .evaluations(.weights(weights)), hidden: ["adam:lr=0.1"], start: "standard"),
    Choice(axis: .samples, targets: TargetSet(.found, [1e-1, 1e-2])),
    Choice(axis: .epochs, unit: .variables, targets: TargetSet(.found, [0.5, 0])),
    Choice(axis: .seconds, targets: TargetSet(.found, [0.5, 0.1])),
    Choice(hidden: ["bfgs", "newton", "newton-cg"], start: "random-1"),
  ]

  private static var weights: QueryWeights {
    var weights = QueryWeights()
    (weights[.values], weights[.gradients], weights[.hessians]) = (0, 3, 7)
    return weights
  }

  private func answer(_ choice: Choice) -> JSON {
    let table = table.keeping { !choice.hidden.contains($0) }
      .keeping { problem in choice.start.isEmpty || problem.start.spelling == choice.start }
    let times = HittingTimes(table, to: choice.targets, on: choice.axis, per: choice.unit)
    return .members([
      "axis": .string(choice.axis.name),
      "cost": .string(Self.cost(of: choice.axis)),
      "unit": .string(choice.unit.spelling),
      "scale": .string(choice.targets.scale.rawValue), "levels": .numbers(choice.targets.levels),
      "hide": .strings(choice.hidden.sorted()), "start": .string(choice.start),
      "problems": .strings(times.grid.problems.map(\.name)),
      "optimizers": .array(table.optimizers.indices.map { optimizer(times, $0) }),
      "leftOut": .integer(times.leftOut.reduce(0) { $0 + $1.count }),
      "bands": .array(bands(table, choice)),
    ])
  }

  private static func cost(of axis: WorkAxis) -> String {
    if case .evaluations(let cost) = axis { return cost.spelling }
    return "equal"
  }

  private func optimizer(_ times: HittingTimes, _ optimizer: Int) -> JSON {
    .members([
      "name": .string(times.grid.optimizers[optimizer]),
      "expected": .array(
        times.grid.problems.indices.flatMap { problem in
          times.targets.levels.indices.map {
            Self.json(times.expectedTime(problem: problem, optimizer: optimizer, target: $0))
          }
        }),
      "reached": Self.json(times.distribution(of: optimizer)),
      "data": Self.json(times.dataProfiles()[optimizer]),
      "performance": Self.json(times.performanceProfiles()[optimizer]),
    ])
  }

  private static func json(_ time: ExpectedTime?) -> JSON {
    .optional(time) { time in
      let quartiles = [time.quartiles.lower, time.quartiles.median, time.quartiles.upper]
      let (low, high) = (time.reached.interval.lowerBound, time.reached.interval.upperBound)
      return .numbers(
        [time.value, Double(time.reached.count), Double(time.reached.total)] + quartiles
          + [low, high])
    }
  }

  private static func json(_ curve: ShareCurve) -> JSON {
    .array([.numbers(curve.places), .numbers(curve.shares)])
  }

  /// The excess of the first problems, of every optimizer: null where it is not known.
  private func bands(_ table: StudyTable, _ choice: Choice) -> [JSON] {
    table.problems.indices.flatMap { problem in
      table.optimizers.indices.flatMap { optimizer in
        ExcessKind.allCases.map { kind in
          JSON.optional(
            table.excess(
              kind, problem: problem, optimizer: optimizer, on: choice.axis, per: choice.unit)
          ) { band in
            .array([band.clocks, band.lower, band.median, band.upper].map(JSON.numbers))
          }
        }
      }
    }
  }
}
