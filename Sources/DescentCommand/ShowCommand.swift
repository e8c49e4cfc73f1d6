import ArgumentParser
import DescentKit

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Show all that is known of a function, an optimizer, a schedule, a line search or data.",
    discussion: """
        descent show himmelblau --picture himmelblau.png
        descent show adam --format json
        descent show "warmup(cosine(0.1,steps=100),steps=10)" --picture rate.png
      """)

  @Argument(
    help: ArgumentHelp(
      "A name from 'descent list', with settings or without, or an expression; 'expressions' shows "
        + "what those are made of.", valueName: "name"))
  var name = "rosenbrock"

  @Option(help: "table or json.")
  var format = TextFormat.table

  @Option(
    help: ArgumentHelp(
      "Draw a function of two variables or a schedule, PNG or SVG.", valueName: "file"))
  var picture: String?

  @Option(
    help: "Draw the first N steps of a schedule; twice what shows its shape unless given.",
    range: .from(1, to: 1_000_000))
  var steps: Int?

  func run() throws {
    let subject = try Subject(name)
    try requireUse(of: subject)
    if let picture { try draw(subject, into: picture) }
    switch format {
    case .json: print(subject.json)
    case .table: print(Description.text(subject.json(listing: Description.longestList + 1)))
    }
  }

  /// Throws where steps are given and no schedule is drawn.
  private func requireUse(of subject: Subject) throws {
    guard steps != nil else { return }
    if case .schedule = subject, picture != nil { return }
    throw Failure(.usage, "--steps is for the picture of a schedule; expected --picture of one")
  }

  private func draw(_ subject: Subject, into path: String) throws {
    let isVector = path.lowercased().hasSuffix(".svg")
    guard isVector || path.lowercased().hasSuffix(".png") else {
      throw Failure(.usage, "--picture '\(path)' is no picture; expected NAME.png or NAME.svg")
    }
    var style = ContourStyle()
    style.isVector = isVector
    let scene = try picture(of: subject, style: style)
    let writer = PictureWriter()
    try OutputFile.write(isVector ? writer.svg(scene) : writer.png(scene), to: path)
  }

  private func picture(of subject: Subject, style: ContourStyle) throws -> Picture {
    switch subject {
    case .function(let function) where function.dimension == 2:
      return ContourFigure(
        function, style: style, measuring: CairoTextMeasuring()
      ).picture
    case .schedule(let schedule):
      return RateFigure(
        schedule, title: name, steps: steps, measuring: CairoTextMeasuring()
      ).picture
    case .function, .optimizer, .search, .data, .expressions:
      throw Failure(
        .usage,
        "--picture draws functions of two variables (n=2) and schedules; '\(name)' is neither")
    }
  }
}
