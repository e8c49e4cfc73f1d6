import ArgumentParser
import DescentKit

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put runs of other programs into a store, or paths into a race.",
    discussion: """
      Reads folders of COCO's exdata and of IOHprofiler, and a path as CSV with columns x1, x2, ...
      or x,y, where step, value, gradient_norm, learning_rate and counts may stand beside.
        descent import exdata/BIPOP-CMA-ES --store bbob.sqlite
        descent import path.csv --function beale --optimizer mine --recording beale.json
        descent render beale.json
      """)

  @Argument(help: "A file, or a folder with all in it.")
  var path: String

  @Option(help: "Store that gets the runs; it is made where it is not there.")
  var store: String?

  @Option(help: "File that gets the runs as a race, which descent render draws.")
  var recording: String?

  @Option(help: "Recorded race whose runs stand in --recording too.")
  var beside: String?

  @Option(help: "Function of a path, which does not tell it.")
  var function: String?

  @Option(help: "Name for the optimizer, in place of the one that the files tell.")
  var optimizer: String?

  func run() throws {
    guard store != nil || recording != nil else {
      throw Failure(.usage, "expected --store FILE.sqlite or --recording FILE.json")
    }
    guard beside == nil || recording != nil else {
      throw Failure(.usage, "--beside takes --recording FILE.json")
    }
    let request = ImportRequest(
      try ImportSource(at: path), function: function, optimizer: optimizer)
    let imported = try request.read()
    for note in imported.notes { Console().warn(note) }
    if let recording { try write(imported.runs.map(\.trajectory), to: recording) }
    if let store { try add(imported.runs, to: store) }
  }

  private func write(_ paths: [Trajectory], to file: String) throws {
    let others = try beside.map(Render.recordings) ?? []
    guard others.count <= 1 else {
      throw Failure(.usage, "--beside has races of \(others.count) functions; expected one")
    }
    let race = try RaceRecording(paths: paths, beside: others.first)
    try OutputFile.write(Array("\(race.json)\n".utf8), to: file)
    print(
      TerminalText.line(
        "\(file): \(race.entrants.count) entrants on \(race.function.specification)"))
  }

  private func add(_ runs: [StudyRun], to file: String) throws {
    let store = try StudyStore(writingTo: file)
    let before = try store.count()
    try store.add(runs)
    let new = try store.count() - before
    let known = runs.count > new ? ", \(runs.count - new) were there already" : ""
    print(TerminalText.line("\(file): \(new) new runs\(known)"))
    try store.close()
  }
}
