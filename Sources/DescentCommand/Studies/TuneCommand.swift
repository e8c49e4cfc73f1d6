import ArgumentParser
import DescentKit

struct Tune: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Search good settings of optimizers, with as many trials for each.",
    discussion: """
      What is found is tested on problems that no trial saw. Searched are the settings that methods
      publish and the specification does not set; the settings as given are the first trial.
        descent tune adam momentum --on bbob-f2:n=5,instance=1..6 --trials 50 --seeds 5
        descent tune sgd --on mgh --over lr=1e-6..1 --search sobol --steps 300
      """)

  @Argument(
    help: "Optimizers, as in: adam momentum:momentum=0.9",
    completion: SpecificationCompletion.optimizers.kind)
  var optimizers: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Suites and functions on which settings are searched.", valueName: "suite|function"))
  var on: [String]

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Those on which they are tested; a part of --on is set aside unless given.",
      valueName: "suite|function"))
  var test: [String] = []

  @Option(help: "Trials for each optimizer.", range: .from(1, to: 100_000))
  var trials = TuningRequest.usualTrials

  @Option(help: "Searches, each with a seed of its own from --seed on.", range: .from(1, to: 1000))
  var seeds = 1

  @Option(help: "How trials are chosen.")
  var search = SearchMethod.random

  @Option(
    help: ArgumentHelp(
      "A setting and its range, in the place of the published one; repeatable.",
      valueName: "key=low..high"),
    transform: { try SettingRange(spelling: $0) })
  var over: [SettingRange] = []

  @OptionGroup var options: TuneOptions
  @OptionGroup var jobs: JobsOption

  @Option(help: "File that gets the test runs with given and tuned settings.")
  var store = "output/tune.sqlite"

  @Option(help: "Format of the result.")
  var format = TextFormat.table

  @Option(help: "Folder to write the curve into (default: output/tune-OPTIMIZERS).")
  var output: String?

  func run() async throws {
    let console = Console()
    let tuning = try request(console).tuning()
    tell(tuning, console)
    let names = tuning.spaces.map(\.optimizer.specification.name)
    let path = output ?? "output/tune-\(FolderName.joined(names))"
    let workers = jobs.workers
    let store = try StudyStore(writingTo: store)
    let result: TuningResult
    do {
      result = try await OutputFolder.fill(path, with: tuning.subject, reporter: console) {
        folder in
        let result = try await Interruption.gently(
          telling: "interrupted; finishing the runs in progress (once more to end at once)"
        ) {
          let result = try await tuning.run(workers: workers, reporter: console)
          try await tuning.testStudy(result).run(into: store, workers: workers, reporter: console)
          return result
        }
        try write(result, of: tuning, to: folder)
        return result
      }
      try store.close()
    } catch is CancellationError {
      try store.close()
      throw Failure(.interrupted, Interruption.message)
    }
    switch format {
    case .json: print(TuningJSON.value(result, of: tuning))
    case .table:
      print(TuneTable.text(result))
      print(TerminalText.line("\(path): curve.csv, curve.png and curve.svg"))
      print(TerminalText.line("\(self.store): the test runs with given and tuned settings"))
    }
  }

  private func request(_ console: Console) throws -> TuningRequest {
    var request = TuningRequest()
    request.optimizers = try optimizers.flatMap(GivenOptimizer.list)
    request.functions = try StudyFunctions.read(on, console)
    request.test = test.isEmpty ? nil : try StudyFunctions.read(test, console)
    (request.trials, request.searches, request.method) = (trials, seeds, search)
    request.ranges = over
    options.fill(&request)
    return request
  }

  /// What is searched, on what.
  private func tell(_ tuning: Tuning, _ console: Console) {
    for space in tuning.spaces {
      let name = space.optimizer.specification.description
      let text =
        space.settings.isEmpty
        ? "has no settings to search, and runs as it is"
        : "over " + space.settings.map(\.text).joined(separator: ", ")
      console.say("\(name) \(text)")
    }
    let problems = tuning.problems
    console.say(
      "\(problems.tuning.problems.count) problems for tuning, \(problems.test.problems.count) for "
        + "the test: \(problems.rule)")
    console.say("score: \(tuning.score.text)")
  }

  private func write(
    _ result: TuningResult, of tuning: Tuning, to folder: OutputFolder
  ) throws {
    try folder.write(Array(TuningCSV.text(result).utf8), named: "curve.csv")
    let picture = TuningFigure.picture(result, of: tuning, colors: options.theme ?? .light)
    for format in [PlotFormat.png, .svg] {
      try folder.write(format.bytes(of: picture), named: "curve.\(format.rawValue)")
    }
  }
}

/// How the runs of tuning are made.
struct TuneOptions: ParsableArguments {
  @OptionGroup var runs: StudyRunOptions
  @Option(PlotSettings.theme) var theme: ThemeColors?

  func fill(_ request: inout TuningRequest) {
    (request.starts, request.limit, request.run) = (runs.starts, runs.limit, runs.request)
  }
}

/// What tuning found.
enum TuneTable {
  static func text(_ result: TuningResult) -> String {
    var table = TextTable(
      ["optimizer", "tuning", "test", "evaluations"], numeric: [1, 2, 3])
    for tuned in result.optimizers {
      let given = tuned.given
      table.add([
        tuned.space.optimizer.specification.description, Digits.short(given.tuning),
        Digits.short(given.test), String(given.evaluations),
      ])
      table.add([
        "  tuned: \(tuned.best.specification)", Digits.short(tuned.tuned.tuning),
        Digits.short(tuned.tuned.test), String(tuned.evaluations),
      ])
    }
    return table.text
  }
}

extension Tuning {
  /// All that tells it from others.
  fileprivate var subject: String {
    let optimizers = spaces.map { space in
      ([space.optimizer.specification.description] + space.settings.map(\.range.spelling))
        .joined(separator: " ")
    }
    let problems = [problems.tuning, problems.test].map { part in
      Checksum.text(of: part.problems.map(\.name).joined(separator: ";"))
    }
    return "tuning of \(optimizers.joined(separator: ", ")) by \(method.name), \(trials) trials, "
      + "\(searches) searches, \(plan.budget.description), seed \(plan.seed), \(score.text), "
      + "problems \(problems.joined(separator: " and "))"
  }
}
