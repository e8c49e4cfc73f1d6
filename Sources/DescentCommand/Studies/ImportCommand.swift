import ArgumentParser
import DescentKit

struct Import: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put runs of other programs into a store.",
    discussion: """
      Reads folders of COCO's exdata and of IOHprofiler, and a path as CSV with columns x1, x2, ...
      or x,y, where step, value, gradient_norm, learning_rate and counts may stand beside.
        descent import exdata/BIPOP-CMA-ES --store bbob.sqlite
        descent import path.csv --function rosenbrock --optimizer mine --store study.sqlite
      """)

  @Argument(help: "A file, or a folder with all in it.")
  var path: String

  @Option(help: "Store that gets the runs; it is made where it is not there.")
  var store: String

  @Option(help: "Function of a path, which does not tell it.")
  var function: String?

  @Option(help: "Name for the optimizer, in place of the one that the files tell.")
  var optimizer: String?

  func run() throws {
    let request = ImportRequest(
      try ImportSource(at: path), function: function, optimizer: optimizer)
    let imported = try request.read()
    for note in imported.notes { Console().warn(note) }
    let store = try StudyStore(writingTo: store)
    let before = try store.count()
    try store.add(imported.runs)
    let new = try store.count() - before
    let known = imported.runs.count - new
    print(
      TerminalText.line(
        "\(store.path): \(new) new runs" + (known > 0 ? ", \(known) were there already" : "")))
    try store.close()
  }
}
