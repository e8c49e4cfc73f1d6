import ArgumentParser
import DescentKit

/// What a study is made of.
struct StudyOptions: ParsableArguments {
  @OptionGroup var optimizers: OptimizerOptions
  @Option(StudySettings.starts) var starts: StudyStarts?
  @Option(StudySettings.seeds) var seeds: Int?
  @Option(RunSettings.steps) var steps: Int?
  @Option(RunSettings.budget) var budget: Budget?
  @Option(RunSettings.seed) var seed: UInt64?
  @Option(RunSettings.batch) var batch: Int?
  @Option(RunSettings.target) var target: Double?
  @Option(RunSettings.gradientTolerance) var gradientTolerance: Double?
  @Option(RunSettings.idleSteps) var idleSteps: Int?
  @Option(RunSettings.patience) var patience: Int?
  @Option(StudySettings.limit) var limit: Double?

  @Flag(help: "Keep the iterates too, n numbers an entry.")
  var iterates = false

  @Flag(help: "Time each run, alone and three times; seconds differ from call to call.")
  var timed = false

  /// What is said beside the functions.
  func request() throws -> StudyRequest {
    var request = StudyRequest()
    request.optimizers = try optimizers.given()
    (request.starts, request.seeds, request.limit) = (starts, seeds, limit)
    (request.keepsIterates, request.isTimed) = (iterates, timed)
    (request.run.steps, request.run.budget, request.run.seed) = (steps, budget, seed)
    (request.run.batch, request.run.target, request.run.patience) = (batch, target, patience)
    (request.run.gradientTolerance, request.run.idleSteps) = (gradientTolerance, idleSteps)
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
