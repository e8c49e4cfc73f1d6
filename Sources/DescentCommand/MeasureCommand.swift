import ArgumentParser
import Experiments
import Foundation
import Objectives
import Rendering
import Scenes
import Statistics

struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure excess error f - min f against steps and cost.",
    discussion: """
      Prints a table and writes excess.csv and four plots (PNG and SVG) into
      output/measure-FUNCTION.
        descent measure rosenbrock --optimizer sgd:lr=0.001,adam:lr=0.02,bfgs --steps 500
      """)

  @Argument(help: "Function, as in: rosenbrock:n=10")
  var function = "rosenbrock"

  @OptionGroup var optimizers: OptimizerOptions
  @OptionGroup var options: RunOptions

  @Option(help: "Folder to write into.")
  var output: String?

  func run() async throws {
    let function = try FunctionCatalogue.function(self.function)
    let settings = try optimizers.settings(default: "sgd:lr=0.001,adam:lr=0.02,bfgs")
    let start = try options.startPoint(for: function)
    let plan = try options.plan(for: function, defaultSteps: 500, idleSteps: 100)
    try RaceProduction.requireFinite(function, at: start)
    let trajectories = try RaceProduction.trajectories(
      function, settings, from: start, plan: plan)
    let path = output ?? "output/measure-\(function.folderName)"
    try await Interruption.cancellable { try await write(trajectories, into: path) }
    MinimumWarning.write(function, trajectories)
    print(table(trajectories))
    print("\(path): excess.csv and plots against steps and gradients, PNG and SVG")
  }

  private func write(_ trajectories: [Trajectory], into path: String) async throws {
    try await OutputFolder.fill(path) { folder in
      try folder.write(Array(ExcessCSV.text(trajectories).utf8), named: "excess.csv")
      for abscissa in ExcessPlot.Abscissa.allCases {
        for isLogarithmic in [false, true] {
          let plot = ExcessPlot(
            trajectories: trajectories, abscissa: abscissa, isLogarithmicX: isLogarithmic,
            title: "Excess error on \(trajectories.first?.function ?? "")",
            measuring: CairoTextMeasuring())
          let name = "excess-\(abscissa.rawValue)" + (isLogarithmic ? "-loglog" : "")
          try folder.write(try PictureWriter().png(plot.picture), named: name + ".png")
          try folder.write(try PictureWriter().svg(plot.picture), named: name + ".svg")
        }
      }
    }
  }

  private func table(_ trajectories: [Trajectory]) -> String {
    let targets = ExcessSummary.targets.map { "to \(Digits.short($0))" }
    var table = TextTable(
      ["optimizer", "final excess"] + targets + ["rate", "over steps", "outcome"],
      numeric: [1, 2, 3, 4, 5, 6])
    for trajectory in trajectories {
      let summary = ExcessSummary(trajectory)
      let times = summary.times.map { time in
        time.spent.map { "\($0.steps) (\($0.counts.gradients))" } ?? "-"
      }
      table.add(
        [summary.optimizer, Digits.short(summary.finalExcess)] + times + [
          summary.rate.map { String(format: "%.2f", $0.slope) } ?? "-",
          summary.rate.map { "\($0.range.lowerBound)-\($0.range.upperBound)" } ?? "-",
          summary.outcome.text,
        ])
    }
    return table.text + "\n"
      + "steps (gradients) to an excess; rate: slope of log excess against log step"
  }
}
