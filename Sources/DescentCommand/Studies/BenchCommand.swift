import ArgumentParser
import DescentKit

struct Bench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Run optimizers on many problems, and keep every run.",
    discussion: """
      Functions are suites, properties, files of names or functions; settings may have several
      values. What is in the store already is not run again. descent report says what was found.
        descent bench mgh --optimizer bfgs,lbfgs,cg,newton-cg,adam:lr=0.1 --store mgh.sqlite
        descent bench bbob:n=2/5,instance=1..15 --optimizer bfgs --starts random:5 --store b.sqlite
      """)

  @Argument(help: "Suites and functions, as in: mgh, valley, bbob:n=2/5/10,instance=1..15")
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

  private static let usualFunctions = ["classics-2d"]
  private static let usualOptimizers = "momentum:lr=0.001,adam:lr=0.1,lbfgs,bfgs"

  func run() async throws {
    let console = Console()
    let study = try request(console).study()
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
      throw Failure(
        .interrupted, "interrupted; \(self.store) has \(count) runs, and the same call goes on")
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
}
