import ArgumentParser
import DescentKit
import Foundation

struct Measure: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure excess error f - min f against steps and cost.",
    discussion: """
      Prints a table and writes excess.csv and plots into output/measure-FUNCTION;
      where another measurement stands there, into a folder of its own beside it.
      One in --output is not replaced by another. When interrupted it tells and
      writes the runs that are finished.
        descent measure rosenbrock --optimizer sgd:lr=0.001,adam:lr=0.02,bfgs
        descent measure beale --optimizer bfgs --starts random:20 --targets 1e-3
      """)

  @Argument(
    help: "Function, as in: rosenbrock:n=10", completion: SpecificationCompletion.functions.kind)
  var function = "rosenbrock"

  @OptionGroup var optimizers: OptimizerOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var record: RecordOption
  @Option(StudySettings.starts) var starts: StudyStarts?

  @Option(
    help: "Run with N seeds, from --seed on, and tell medians and quartiles.",
    range: .from(1, to: RunVariants.most))
  var seeds = 1

  @Option(MeasureSettings.targets) var targets: TargetSet?
  @Option(MeasureSettings.axis) var axis: WorkAxis?

  @Flag(help: "Over data: print losses and accuracies of each epoch, medians of the seeds.")
  var epochs = false

  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "How the table is printed, alone on standard output unless as a table: table, csv, json, "
        + "markdown or latex; and files of each plot: png, svg, pdf (default: table,png,svg).",
      valueName: "format,..."),
    completion: .list(MeasureFormat.choices), transform: { try [MeasureFormat](spelling: $0) })
  var formats: [MeasureFormat]?

  @OptionGroup var plots: PlotOptions
  @OptionGroup var jobs: JobsOption

  @Option(help: "Folder to write into.")
  var output: String?

  private static let usualOptimizers = "sgd:lr=0.001,adam:lr=0.02,bfgs"

  func run() async throws {
    let console = Console()
    let format = try (formats ?? []).printed()
    let study = try study()
    try requireSensible(study, format)
    let usual = "output/measure-\(study.functions[0].folderName)"
    let subject = study.measurementSubject(starts: starts, record: record.cadence)
    let folder = try MeasureFolder(output, usual: usual, of: subject)
    // Runs that are timed are alone.
    let results = try await Interruption.gently(
      telling: "interrupted; finishing the runs in progress (once more to end at once)"
    ) { try await study.results(workers: jobs.workers, reporter: console) }
    let (path, told) = folder.place(isWhole: results.missing == 0)
    try await tell(results, of: study, as: format, in: path, of: told, console)
    guard results.missing == 0 else {
      let made = results.groups.reduce(0) { $0 + $1.count }
      throw Failure(
        .interrupted, "interrupted; \(made) of \(made + results.missing) runs are in \(path)")
    }
  }

  /// Prints and writes what there is.
  private func tell(
    _ results: StudyResults, of study: Study, as format: TableFormat, in path: String,
    of subject: String, _ console: Console
  ) async throws {
    let places = results.groups.indices.filter { !results.groups[$0].isEmpty }
    guard !places.isEmpty else { throw Failure(.interrupted, Interruption.message) }
    let named = places.map {
      (name: study.optimizers[$0].specification.description, runs: results.groups[$0])
    }
    let groups = named.map { NamedRuns($0.name, $0.runs.map(\.trajectory)) }
    let log = EpochLog(groups)
    let drawing = MeasurePlots(
      groups: groups.map(\.runs), function: study.functions[0].headline,
      names: places.map { study.optimizers[$0].specification }, request: plotRequest(of: places))
    try drawing.requireKnown()
    try await write(groups, log, drawing, of: subject, into: path, console)
    MinimumWarning.write(study.functions[0], groups.flatMap(\.runs), to: console)
    let table = MeasureTable(named, tableRequest, epochs: epochs ? log : nil)
    print(table.text(format), terminator: "")
    let files = ["excess.csv"] + (log?.files.map(\.name) ?? [])
    let written = "\(path): \(files.joined(separator: ", ")) and \(drawing.summary)"
    guard format != .table else { return print(TerminalText.line(written)) }
    for note in table.notes { console.say(note.replacing("\n", with: " ")) }
    console.say(written)
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

// MARK: - What is asked for

extension Measure {
  private func study() throws -> Study {
    let request = options.request
    let function = try request.prepared(FunctionName.function(self.function))
    let optimizers = try optimizers.given() ?? GivenOptimizer.list(Self.usualOptimizers)
    let plan = try plan(for: function)
    guard let starts else {
      let start = try request.starts(for: [function])[0]
      try RacePlan.requireFinite(function, at: start)
      return Study(of: function, from: start, optimizers: optimizers, seeds: seeds, plan: plan)
    }
    guard request.start == nil else {
      throw SettingError("start", "and {starts} exclude each other")
    }
    return Study(
      functions: [function], optimizers: optimizers, starts: starts.starts, seeds: seeds,
      plan: plan)
  }

  func plan(for function: any TestFunction) throws -> Plan {
    var plan = try options.request.plan(
      for: function, steps: 500, cadence: record.cadence ?? .epochs(of: function),
      idleSteps: StopRules.usualIdleSteps)
    let quantities = (plots.charts ?? []).map(\.quantity)
    plan.keepsIterates = quantities.contains(where: \.needsIterates)
    plan.isDetailed = quantities.contains(where: \.needsDetail)
    plan.isTimed = axis == .seconds
    return plan
  }

  private var tableRequest: MeasureRequest {
    var request = MeasureRequest()
    (request.targets, request.axis) = (targets, axis)
    return request
  }

  /// Of the optimizers that have runs.
  private func plotRequest(of places: [Int]) -> PlotRequest {
    var request = plots.request
    request.formats = formats?.plots
    request.labels = request.labels.map { labels in
      places.filter(labels.indices.contains).map { labels[$0] }
    }
    request.colors = request.colors.map { colors in
      places.filter(colors.indices.contains).map { colors[$0] }
    }
    return request
  }

  /// Throws where something cannot be measured, or not be told, before anything runs.
  private func requireSensible(_ study: Study, _ format: TableFormat) throws {
    let function = study.functions[0]
    let hasExamples = function.finiteSum != nil
    guard !epochs || hasExamples else {
      throw Failure(
        .usage, "--epochs takes data, which \(function.specification) has not; expected one as mlp")
    }
    guard !epochs || ![.csv, .json].contains(format) else {
      throw Failure(
        .usage,
        "--epochs prints a table of its own, which epochs.csv and epochs.json have; expected "
          + "--format table, markdown or latex")
    }
    if let axis, axis == .samples || axis == .epochs, !hasExamples {
      throw SettingError(
        "axis",
        "\(axis.spelling) takes data, which \(function.specification) has not; expected steps, "
          + "gradients, evaluations or seconds")
    }
    for optimizer in study.optimizers {
      try requireValidationLoss(for: optimizer.settings, on: function)
    }
    try plots.request.requireLooks(for: study.optimizers.count)
    try study.requireRunnable()
  }
}
