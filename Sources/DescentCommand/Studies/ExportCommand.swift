import ArgumentParser
import DescentKit

struct Export: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Hand the runs of a store to other programs.",
    discussion: """
      docs/columns.md tells the columns of csv and jsonl.
        descent export mgh.sqlite > mgh.csv
        descent export bbob.sqlite --format coco --output exdata
      """)

  @Argument(help: "Store that descent bench made.")
  var store: String

  @Option(
    help: "\(InterchangeFormat.all.map { "\($0.name): \($0.summary)" }.joined(separator: "; ")).")
  var format = InterchangeFormat.standard

  @Option(help: "Folder to write into; csv and jsonl are printed without one.")
  var output: String?

  func run() async throws {
    let console = Console()
    let store = try StudyStore(reading: store)
    guard let output else { return try print(store, console) }
    let made = try format.files(try store.runs(reporter: console))
    for note in made.notes { console.warn(note) }
    try await OutputFolder.fill(output, with: "\(format.name) of \(store.path)", reporter: console)
    {
      folder in
      for file in made.files { try folder.write(file.bytes, named: file.path) }
    }
    try store.close()
    Swift.print(TerminalText.line("\(output): \(made.files.count) files"))
  }

  /// Run by run, so that a large store need not be in memory.
  private func print(_ store: StudyStore, _ console: Console) throws {
    guard let text = format.text else {
      throw Failure(.usage, "\(format.name) is a folder of files; expected --output FOLDER")
    }
    Swift.print(text.head, terminator: "")
    try store.forEach(reporter: console) { Swift.print(text.lines($0), terminator: "") }
    try store.close()
  }
}
