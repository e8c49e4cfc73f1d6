import ArgumentParser
import DescentKit
import Foundation

struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run optimizers on many problems, and keep every run.",
    discussion: """
      Functions are suites, properties, files of names or functions; settings may have several
      values. What is in the store already is not run again. descent report says what was found.
        descent bench mgh --optimizer bfgs,lbfgs,cg,newton-cg,adam:lr=0.1 --store mgh.sqlite
        descent bench bbob:n=2/5,instance=1..15 --optimizer bfgs --starts random:5 --store b.sqlite
        descent bench mgh --optimizer bfgs --store mgh.sqlite --submit slurm --shards 20
      """)

  @Argument(
    help: "Suites and functions, as in: mgh, valley, bbob:n=2/5/10,instance=1..15",
    completion: SpecificationCompletion.problems.kind)
  var functions: [String] = []

  @OptionGroup var study: StudyOptions
  @OptionGroup var jobs: JobsOption

  @Option(help: "File that keeps the runs; it is made where it is not there.")
  var store = "output/study.sqlite"

  @Option(
    help: "Make a fixed share of the runs only, as 2/3.", transform: { try Shard(spelling: $0) })
  var shard: Shard?

  @Option(
    help: "Read the study from a YAML file; what else is given takes the place of what it says.")
  var file: String?

  @Option(
    help:
      "Hand the study over, in shares, to \(Scheduler.all.map { "\($0.name), \($0.summary)" }.joined(separator: "; "))."
  )
  var submit: Scheduler?

  @Option(
    help: "In how many shares it is handed over; 8 unless given.", range: .from(1, to: 10_000))
  var shards: Int?

  @Flag(help: "Make no runs: tell how many are missing, or with --submit show the script.")
  var dryRun = false

  private static let usualFunctions = ["classics-2d"]
  private static let usualOptimizers = "momentum:lr=0.001,adam:lr=0.1,lbfgs,bfgs"

  func run() async throws {
    try requireTogether()
    let console = Console()
    let study = try request(console).study()
    if let submit { return try await hand(study, to: submit) }
    if dryRun { return try tellMissing(of: study) }
    let store = try StudyStore(writingTo: store)
    let (workers, shard) = (jobs.workers, shard ?? .whole)
    do {
      let progress = try await Interruption.gently(
        telling: "interrupted; finishing the runs in progress (once more to end at once)"
      ) { try await study.run(into: store, shard: shard, workers: workers, reporter: console) }
      try tell(progress, store)
    } catch is CancellationError {
      let count = try store.count()
      try store.close()
      throw Failure(.interrupted, "\(self.store) has \(count) runs; the same call goes on")
    }
  }

  private func request(_ console: Console) throws -> StudyRequest {
    var given = try study.request()
    if !functions.isEmpty { given.functions = try StudyFunctions.read(functions, console) }
    var request = try fileRequest(console).replaced(by: given)
    if request.functions == nil {
      request.functions = try StudyFunctions.read(Self.usualFunctions, console)
    }
    request.optimizers = try request.optimizers ?? GivenOptimizer.list(Self.usualOptimizers)
    return request
  }

  private func fileRequest(_ console: Console) throws -> StudyRequest {
    guard let file else { return StudyRequest() }
    let text = try InputFile.text(file, expected: "a YAML file with a study")
    let study = try StudyFile(text, path: file)
    StudyFunctions.warn(of: study.omitted, in: file, console)
    return study.request
  }

  private func tell(_ progress: StudyProgress, _ store: StudyStore) throws {
    let known = progress.known > 0 ? ", \(progress.known) were there already" : ""
    print(TerminalText.line("\(store.path): \(progress.made) new runs\(known)"))
    try store.close()
  }

  // MARK: - Shares elsewhere

  private func requireTogether() throws {
    if submit == nil, shards != nil {
      throw Failure(
        .usage, "--shards takes --submit; a share made here is --shard 1/\(shards ?? 1)")
    }
    if submit != nil, shard != nil {
      throw Failure(.usage, "--submit hands over all shares; expected no --shard")
    }
  }

  private func hand(_ study: Study, to scheduler: Scheduler) async throws {
    let shared = try sharded(study, Arguments.given)
    if dryRun { return print(scheduler.script(shared), terminator: "") }
    let submission = try await scheduler.submit(shared)
    let noun = shared.shards == 1 ? "1 share" : "\(shared.shards) shares"
    print(TerminalText.line("job \(submission.shares): \(study.count) runs in \(noun)"))
    print(TerminalText.line("job \(submission.merge): merges them into \(store)"))
    print(TerminalText.line("script: \(submission.script)"))
    print(TerminalText.line("logs: \(submission.logs)"))
  }

  /// The study as calls with the arguments that were given.
  func sharded(_ study: Study, _ given: [String]) throws -> ShardedStudy {
    // A store of another kind is to be told now.
    if FileManager.default.fileExists(atPath: store) {
      try StudyStore(reading: store).close()
    }
    let own: Set = ["submit", "shards", "store", "jobs"]
    return ShardedStudy(
      program: Bundle.main.executablePath ?? "descent",
      arguments: Arguments.without(own, flags: ["dry-run"], in: given.dropFirst()), store: store,
      shards: min(shards ?? 8, study.count), workers: jobs.jobs ?? 1)
  }

  private func tellMissing(of study: Study) throws {
    let isThere = FileManager.default.fileExists(atPath: store)
    let store = isThere ? try StudyStore(reading: store) : nil
    let progress = try study.progress(into: store, shard: shard ?? .whole)
    let total = progress.made + progress.known
    print(TerminalText.line("\(self.store): \(progress.made) of \(total) runs are missing"))
    try store?.close()
  }
}
