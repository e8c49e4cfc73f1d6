import ArgumentParser
import DescentKit

/// Where runs of studies and of tuning start, what they may spend and what ends them.
struct StudyRunOptions: ParsableArguments {
  @Option(StudySettings.starts) var starts: StudyStarts?
  @Option(RunSettings.steps) var steps: Int?
  @Option(RunSettings.budget) var budget: Budget?
  @Option(RunSettings.seed) var seed: UInt64?
  @Option(RunSettings.batch) var batch: Int?
  @Option(RunSettings.target) var target: Double?
  @Option(RunSettings.gradientTolerance) var gradientTolerance: Double?
  @Option(RunSettings.idleSteps) var idleSteps: Int?
  @Option(StudySettings.limit) var limit: Double?

  /// What is said of each run.
  var request: RunRequest {
    var request = RunRequest()
    (request.steps, request.budget, request.seed) = (steps, budget, seed)
    (request.batch, request.target) = (batch, target)
    (request.gradientTolerance, request.idleSteps) = (gradientTolerance, idleSteps)
    return request
  }
}

/// What a study is made of.
struct StudyOptions: ParsableArguments {
  @OptionGroup var optimizers: OptimizerOptions
  @OptionGroup var runs: StudyRunOptions
  @Option(StudySettings.seeds) var seeds: Int?
  @Option(RunSettings.patience) var patience: Int?

  @Flag(help: "Keep the iterates too, n numbers an entry.")
  var iterates = false

  @Flag(help: "Time each run, alone and three times; seconds differ from call to call.")
  var timed = false

  /// What is said beside the functions.
  func request() throws -> StudyRequest {
    var request = StudyRequest()
    request.optimizers = try optimizers.given()
    (request.run, request.run.patience) = (runs.request, patience)
    (request.starts, request.seeds, request.limit) = (runs.starts, seeds, runs.limit)
    (request.keepsIterates, request.isTimed) = (iterates, timed)
    return request
  }
}

/// Suites and functions by name.
enum StudyFunctions {
  /// Those that words mean, each once; what of a suite is left out is told.
  static func read(_ words: [String], _ console: Console) throws -> [any TestFunction] {
    FunctionSelection.distinct(
      try words.flatMap { word in
        let selection = try FunctionSelection(word)
        warn(of: selection.omitted, in: word, console)
        return selection.functions
      })
  }

  /// Tells of the functions of a suite that are left out.
  static func warn(of omitted: [String], in place: String, _ console: Console) {
    guard !omitted.isEmpty else { return }
    let names = omitted.prefix(5).joined(separator: ", ") + (omitted.count > 5 ? ", ..." : "")
    let number = omitted.count == 1 ? "1 function" : "\(omitted.count) functions"
    console.warn("\(number) of \(place) without such settings left out: \(names)")
  }
}
