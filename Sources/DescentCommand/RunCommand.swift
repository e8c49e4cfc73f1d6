import ArgumentParser
import DescentKit

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Descend a function with one optimizer and print the recording.",
    discussion: """
        descent run rosenbrock --optimizer adam:lr=0.2 --start=-1.2,1 --steps 1000 --record log
        descent run quadratic:n=20,condition=1000,rotation=householder --optimizer cg:search=exact
      """)

  @Argument(
    help: "Function, as in: rosenbrock:n=10", completion: SpecificationCompletion.functions.kind)
  var function = "rosenbrock"

  @Option(
    help: ArgumentHelp("Optimizer, as in: adam:lr=0.1,beta2=0.99", valueName: "spec"),
    completion: SpecificationCompletion.optimizers.kind)
  var optimizer = "adam:lr=0.02"

  @OptionGroup var options: RunOptions

  @OptionGroup var record: RecordOption

  @Option(help: "table, csv, or json.")
  var format = Format.table

  enum Format: String, Choice, CaseIterable {
    case table, csv, json
  }

  func run() throws {
    let request = options.request
    let function = try request.prepared(FunctionName.function(self.function))
    let settings = try OptimizerCatalogue.settings(optimizer)
    try requireValidationLoss(for: settings, on: function)
    let start = try request.starts(for: [function])[0]
    let plan = try plan(for: function)
    try requireAffordableText(of: function, settings, plan)
    let trajectory = try descend(function, with: settings, from: start, plan: plan)
    MinimumWarning.write(function, [trajectory], to: Console())
    switch format {
    case .json: print(trajectory.json)
    case .csv: print(TrajectoryCSV.text(trajectory, names: function.variableNames), terminator: "")
    case .table: print(table(trajectory, function.variableNames))
    }
  }

  func plan(for function: any TestFunction) throws -> Plan {
    // A table shows few steps unless more are asked for; data shows all.
    try options.request.plan(
      for: function, steps: 1000,
      cadence: record.cadence ?? (format == .table ? .logarithmic : .all),
      idleSteps: StopRules.usualIdleSteps)
  }

  /// Throws where the recording as text does not fit into memory beside it.
  private func requireAffordableText(
    of function: any TestFunction, _ settings: any OptimizerSettings, _ plan: Plan
  ) throws {
    guard format != .table else { return }
    let numbers = plan.recordedNumbers(
      dimension: function.dimension, storesMatrix: settings.storesMatrix)
    try MemoryBudget.require(
      numbers * (MemoryBudget.perNumber + MemoryBudget.perNumberOfJSON),
      for: "--format \(format.rawValue)", expected: "fewer steps, or --record log")
  }

  private func table(_ trajectory: Trajectory, _ names: VariableNames) -> String {
    let figures = trajectory.figures
    var table = TextTable(
      ["step", "f", "excess", "|grad f|", "gradients", "lr"] + figures.map(\.name) + [names.point],
      numeric: Set(0..<(6 + figures.count)))
    for i in 0..<trajectory.count {
      table.add(
        [
          String(trajectory.steps[i]), Digits.short(trajectory.values[i]),
          Digits.short(trajectory.excess(i)), Digits.short(trajectory.gradientNorms[i]),
          String(trajectory.cumulated[.gradients][i]), Self.rate(trajectory.learningRates[i]),
        ] + figures.map { $0.isMissing(at: i) ? "-" : Digits.short($0.values[i]) }
          + [shortened(trajectory.point(i))])
    }
    let asked = trajectory.recordedQueries.map { "\(trajectory.counts[$0]) \($0.noun)" }
    return """
      \(trajectory.function), \(trajectory.optimizer)
      \(table.text)
      \(trajectory.outcome.text); asked \(asked.joined(separator: ", "))
      """ + best(trajectory)
  }

  /// Where the validation loss was lowest, with the parameters that early stopping keeps.
  private func best(_ trajectory: Trajectory) -> String {
    guard let entry = trajectory.bestEntry, let point = trajectory.bestPoint else { return "" }
    return "\nthe validation loss is lowest at step \(trajectory.steps[entry]), "
      + "where x = \(shortened(point)); --format json tells all of it as best"
  }

  /// A search has no step length before its first step.
  private static func rate(_ rate: Double) -> String { rate.isNaN ? "-" : Digits.short(rate) }

  private func shortened(_ x: [Double]) -> String {
    let shown = x.prefix(4).map { Digits.short($0) }.joined(separator: ", ")
    return x.count > 4 ? shown + ", ..." : shown
  }
}
