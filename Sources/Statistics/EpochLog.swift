import Experiments
import JSON
import Specifications

/// How runs over data went from epoch to epoch: f, losses and accuracies at each recorded entry.
public struct EpochLog: Sendable {
  /// The runs of each optimizer, one a seed.
  public let groups: [NamedRuns]

  /// Nil where a run is not over data. Runs that ended before they saw an example have their start.
  public init?(_ groups: [NamedRuns]) {
    let runs = groups.flatMap(\.runs)
    guard !runs.isEmpty, runs.allSatisfy({ $0.exampleCount != nil }) else { return nil }
    self.groups = groups
  }

  /// The names of the figures, as the recordings have them; none where the data have one part and
  /// nothing but f is told of it.
  public var names: [String] { groups.first?.runs.first?.figures.map(\.name) ?? [] }

  /// The parameters at each run's lowest validation loss; nil where any run has none.
  public var bestPoints: [[Double]]? {
    let runs = groups.flatMap(\.runs)
    let points = runs.compactMap(\.bestPoint)
    return points.count == runs.count ? points : nil
  }
}

// MARK: - Files

extension EpochLog {
  /// Names and contents: a table, the same as JSON, and the parameters at the lowest validation
  /// losses where there are any.
  public var files: [(name: String, text: String)] {
    let best = bestPoints.map { points in
      ("best-parameters.json", "\(JSON.array(points.map { .numbers($0) }))\n")
    }
    return [("epochs.csv", csv), ("epochs.json", "\(json)\n")] + [best].compactMap { $0 }
  }

  private var csv: String {
    guard let first = groups.first?.runs.first else { return "" }
    let figures = TrajectoryCSV.figureColumns(first)
    let head = ["optimizer", "specification", "seed", "epoch", "step", "samples", "loss"]
    var text = CSV.line(head + figures.map(\.name)) + "\n"
    for group in groups {
      for run in group.runs {
        let epochs = epochs(run)
        for i in 0..<run.count {
          let cells = [
            group.name, run.optimizer.description, String(run.seed),
            NumberText.short(epochs[i]), String(run.steps[i]),
            String(run.cumulated[.samples][i]), NumberText.short(run.values[i]),
          ]
          let entry = CSVEntry(run: run, index: i)
          text += CSV.line(cells + figures.map { $0.cell(entry) }) + "\n"
        }
      }
    }
    return text
  }

  /// One an entry; every run has examples.
  private func epochs(_ run: Trajectory) -> [Double] { (0..<run.count).compactMap(run.epochs) }

  private var json: JSON {
    .array(groups.flatMap { group in group.runs.map { json($0, of: group.name) } })
  }

  private func json(_ run: Trajectory, of name: String) -> JSON {
    let epochs = epochs(run)
    return .members([
      "optimizer": .string(name),
      "specification": .string(run.optimizer.description),
      "seed": .unsigned(run.seed),
      "bestEpoch": .optional(run.bestEntry) { .number(epochs[$0]) },
      "epoch": .numbers(epochs),
      "step": .integers(run.steps),
      "samples": .integers(run.cumulated[.samples]),
      "loss": .numbers(run.values),
      "figures": .array(
        run.figures.map {
          .members(["name": .string($0.name), "values": .numbers($0.values)])
        }),
    ])
  }
}
