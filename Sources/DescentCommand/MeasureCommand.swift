import ArgumentParser
import DescentKit
import Foundation

struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure excess error f - min f against steps and cost.",
    discussion: """
      Prints a table and writes excess.csv and plots (PNG and SVG) into
      output/measure-FUNCTION.
        descent measure rosenbrock --optimizer sgd:lr=0.001,adam:lr=0.02,bfgs --steps 500
      """)

  @Argument(help: "Function, as in: rosenbrock:n=10")
  var function = "rosenbrock"

  @OptionGroup var optimizers: OptimizerOptions
  @OptionGroup var options: RunOptions

  @Option(
    help: "Run with N seeds, from --seed on, and tell medians and quartiles.",
    range: .from(1, to: RunVariants.most))
  var seeds = 1

  @Option(help: "Folder to write into.")
  var output: String?

  private static let usualOptimizers = ["sgd:lr=0.001", "adam:lr=0.02", "bfgs"]

  func run() async throws {
    let console = Console()
    let request = options.request
    let function = try request.prepared(FunctionName.function(self.function))
    let usual = Self.usualOptimizers
    let settings = try optimizers.settings() ?? usual.map { try OptimizerCatalogue.settings($0) }
    let names = try optimizers.names() ?? usual
    let start = try request.starts(for: [function])[0]
    let plan = try plan(for: function)
    try RacePlan.requireFinite(function, at: start)
    let runs = SeededRuns(function: function, start: start, plan: plan, seeds: seeds)
    let groups = zip(names, try runs.groups(settings, reporter: console)).map(NamedRuns.init)
    let path = output ?? "output/measure-\(function.folderName)"
    let subject = runs.subject(settings)
    try await write(groups, of: subject, into: path, console)
    MinimumWarning.write(function, groups.flatMap(\.runs), to: console)
    print(MeasureTable.text(groups))
    print(
      TerminalText.line(
        "\(path): excess.csv and plots against \(Self.abscissas(of: groups)), PNG and SVG"))
  }

  func plan(for function: any TestFunction) throws -> Plan {
    var plan = try options.request.plan(
      for: function, steps: 500, cadence: .epochs(of: function),
      idleSteps: StopRules.usualIdleSteps)
    plan.keepsIterates = false
    return plan
  }

  /// "validation-loss.png" and ".svg": a figure against the examples looked at, or the steps where
  /// there are no examples.
  private static func write(
    figure name: String, of groups: [NamedRuns], to folder: OutputFolder
  ) throws {
    let function = groups.first?.runs.first?.function.description ?? ""
    let title = name.prefix(1).uppercased() + name.dropFirst()
    let known = ExcessPlot.Abscissa.known(of: groups.flatMap(\.runs))
    let plot = ExcessPlot(
      groups: groups.map(\.runs), of: .figure(name),
      abscissa: known.contains(.samples) ? .samples : .steps,
      title: "\(title) of \(function)", measuring: CairoTextMeasuring())
    try write(plot, named: name.replacing(" ", with: "-"), to: folder)
  }

  /// A plot as PNG and SVG.
  private static func write(
    _ plot: ExcessPlot, named name: String, to folder: OutputFolder
  ) throws {
    try folder.write(try PictureWriter().png(plot.picture), named: name + ".png")
    try folder.write(try PictureWriter().svg(plot.picture), named: name + ".svg")
  }

  private func write(
    _ groups: [NamedRuns], of subject: String, into path: String, _ console: Console
  ) async throws {
    try await OutputFolder.fill(path, with: subject, reporter: console) { folder in
      let table = ExcessCSV.text(groups, version: Descent.configuration.version)
      try folder.write(Array(table.utf8), named: "excess.csv")
      for name in groups.first?.runs.first?.figures.map(\.name) ?? [] {
        try Self.write(figure: name, of: groups, to: folder)
      }
      for abscissa in ExcessPlot.Abscissa.known(of: groups.flatMap(\.runs)) {
        for isLogarithmic in [false, true] {
          let plot = ExcessPlot(
            groups: groups.map(\.runs), abscissa: abscissa, isLogarithmicX: isLogarithmic,
            title: "Excess error on \(groups.first?.runs.first?.function.description ?? "")",
            measuring: CairoTextMeasuring())
          let name = "excess-\(abscissa.rawValue)" + (isLogarithmic ? "-loglog" : "")
          try Self.write(plot, named: name, to: folder)
        }
      }
    }
  }
}

extension Measure {
  /// "steps, gradients".
  private static func abscissas(of groups: [NamedRuns]) -> String {
    ExcessPlot.Abscissa.known(of: groups.flatMap(\.runs)).map(\.rawValue)
      .joined(separator: ", ")
  }
}

extension SeededRuns {
  /// All that tells a measurement from another: "the measurement of sgd, adam:lr=0.1 on beale,
  /// start (1, 1.5), 300 steps, stopped at 100 idle steps, 5 seeds from 0".
  func subject(_ settings: [any OptimizerSettings]) -> String {
    let names = settings.map(\.specification.description).joined(separator: ", ")
    let point = NumberText.distinct(start, atMost: 6).replacing(",", with: ", ")
    let rules = plan.stopRules.description
    return [
      "the measurement of \(names) on \(function.specification), start (\(point))",
      plan.budget.description, rules.isEmpty ? nil : "stopped at \(rules)",
      "\(seeds) \(seeds == 1 ? "seed" : "seeds") from \(plan.seed)",
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
