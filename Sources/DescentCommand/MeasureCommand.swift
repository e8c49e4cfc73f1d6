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

  @Option(
    help: "Run with N seeds, from --seed on, and tell medians and quartiles.",
    range: .from(1, to: 10_000))
  var seeds = 1

  @Option(help: "Folder to write into.")
  var output: String?

  func run() async throws {
    let function = try FunctionCatalogue.function(self.function)
    let settings = try optimizers.settings(default: "sgd:lr=0.001,adam:lr=0.02,bfgs")
    let start = try options.startPoint(for: function)
    let plan = try options.plan(for: function, defaultSteps: 500, idleSteps: 100)
    try RaceProduction.requireFinite(function, at: start)
    let groups = try SeededRuns(function: function, start: start, plan: plan, seeds: seeds)
      .groups(settings)
    let path = output ?? "output/measure-\(function.folderName)"
    let names = settings.map(\.specification.description).joined(separator: ", ")
    let subject =
      "the measurement of \(names) on \(function.specification), "
      + plan.budget.description
    try await write(groups, of: subject, into: path)
    MinimumWarning.write(function, groups.flatMap { $0 })
    print(MeasureTable.text(groups))
    print("\(path): excess.csv and plots against steps and gradients, PNG and SVG")
  }

  private func write(
    _ groups: [[Trajectory]], of subject: String, into path: String
  ) async throws {
    try await OutputFolder.fill(path, with: subject) { folder in
      try folder.write(Array(ExcessCSV.text(groups.flatMap { $0 }).utf8), named: "excess.csv")
      for abscissa in ExcessPlot.Abscissa.allCases {
        for isLogarithmic in [false, true] {
          let plot = ExcessPlot(
            groups: groups, abscissa: abscissa, isLogarithmicX: isLogarithmic,
            title: "Excess error on \(groups.first?.first?.function ?? "")",
            measuring: CairoTextMeasuring())
          let name = "excess-\(abscissa.rawValue)" + (isLogarithmic ? "-loglog" : "")
          try folder.write(try PictureWriter().png(plot.picture), named: name + ".png")
          try folder.write(try PictureWriter().svg(plot.picture), named: name + ".svg")
        }
      }
    }
  }
}
