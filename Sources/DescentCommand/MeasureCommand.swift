import ArgumentParser
import DescentKit
import Foundation

struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure excess error f - min f against steps and cost.",
    discussion: """
      Prints a table and writes excess.csv and plots into output/measure-FUNCTION.
        descent measure rosenbrock --optimizer sgd:lr=0.001,adam:lr=0.02,bfgs --steps 500
      """)

  @Argument(help: "Function, as in: rosenbrock:n=10")
  var function = "rosenbrock"

  @OptionGroup var optimizers: OptimizerOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var plots: PlotOptions

  @Option(
    help: "Run with N seeds, from --seed on, and tell medians and quartiles.",
    range: .from(1, to: RunVariants.most))
  var seeds = 1

  @Flag(help: "Over data: print losses and accuracies of each epoch, medians of the seeds.")
  var epochs = false

  @Option(help: "Folder to write into.")
  var output: String?

  private static let usualOptimizers = "sgd:lr=0.001,adam:lr=0.02,bfgs"

  func run() async throws {
    let console = Console()
    let request = options.request
    let function = try request.prepared(FunctionName.function(self.function))
    let given = try optimizers.given() ?? GivenOptimizer.list(Self.usualOptimizers)
    let (settings, names) = (given.map(\.settings), given.map(\.specification))
    guard !epochs || function.finiteSum != nil else {
      throw Failure(
        .usage, "--epochs takes data, which \(function.specification) has not; expected one as mlp")
    }
    let start = try request.starts(for: [function])[0]
    for settings in settings { try requireValidationLoss(for: settings, on: function) }
    let plan = try plan(for: function)
    try plots.request.requireLooks(for: settings.count)
    try RacePlan.requireFinite(function, at: start)
    let runs = SeededRuns(function: function, start: start, plan: plan, seeds: seeds)
    let groups = zip(names, try runs.groups(settings, reporter: console))
      .map { NamedRuns($0.description, $1) }
    let path = output ?? "output/measure-\(function.folderName)"
    let subject = runs.subject(settings)
    let drawing = MeasurePlots(
      groups: groups.map(\.runs), function: function.headline, names: names,
      request: plots.request)
    try drawing.requireKnown()
    let log = EpochLog(groups)
    try await write(groups, log, drawing, of: subject, into: path, console)
    MinimumWarning.write(function, groups.flatMap(\.runs), to: console)
    if epochs, let log { print(EpochTable.text(log) + "\n") }
    print(MeasureTable.text(groups))
    let files = ["excess.csv"] + (log?.files.map(\.name) ?? [])
    print(TerminalText.line("\(path): \(files.joined(separator: ", ")) and \(drawing.summary)"))
  }

  func plan(for function: any TestFunction) throws -> Plan {
    var plan = try options.request.plan(
      for: function, steps: 500, cadence: .epochs(of: function),
      idleSteps: StopRules.usualIdleSteps)
    let quantities = (plots.charts ?? []).map(\.quantity)
    plan.keepsIterates = quantities.contains(where: \.needsIterates)
    plan.isDetailed = quantities.contains(where: \.needsDetail)
    return plan
  }

  private func write(
    _ groups: [NamedRuns], _ log: EpochLog?, _ plots: MeasurePlots, of subject: String,
    into path: String, _ console: Console
  ) async throws {
    try await OutputFolder.fill(path, with: subject, reporter: console) { folder in
      let table = ExcessCSV.text(groups, version: DescentVersion.current)
      try folder.write(Array(table.utf8), named: "excess.csv")
      for (name, text) in log?.files ?? [] {
        try folder.write(Array(text.utf8), named: name)
      }
      try plots.write(to: folder)
    }
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
