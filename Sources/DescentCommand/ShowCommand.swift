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
        descent show "spirals(noise=0.1)" --picture spirals.png
      """)

  @Argument(
    help: ArgumentHelp(
      "A name from 'descent list', with settings or without, or an expression; 'expressions' shows "
        + "what those are made of.", valueName: "name"),
    completion: SpecificationCompletion.subjects.kind)
  var name = "rosenbrock"

  @Option(help: "table or json.")
  var format = TextFormat.table

  @Option(
    help: ArgumentHelp(
      "Draw a function of two variables, a schedule or data; PNG, SVG or PDF by the file's ending.",
      valueName: "file"))
  var picture: String?

  @Option(PlotSettings.theme) var theme: ThemeColors?
  @Option(PlotSettings.size) var size: PixelSize?
  @Option(PlotSettings.title) var title: String?

  @Option(
    help: "Draw the first N steps of a schedule; twice what shows its shape unless given.",
    range: .from(1, to: 1_000_000))
  var steps: Int?

  func run() throws {
    let subject = try Subject(name)
    try requireUse(of: subject)
    if let picture { try draw(subject, into: picture) }
    if let note = Subject.note(on: name) { StandardError.warn(note) }
    switch format {
    case .json: print(subject.json)
    case .table: print(Description.text(subject.json(listing: Description.longestList + 1)))
    }
  }

  /// Throws where what a picture looks like is said and none is drawn, or steps are given and no
  /// schedule is drawn.
  private func requireUse(of subject: Subject) throws {
    let looks = [
      ("theme", theme != nil), ("size", size != nil), ("title", title != nil),
    ]
    if picture == nil, let (name, _) = looks.first(where: { $0.1 }) {
      throw Failure(.usage, "--\(name) is for a picture; expected --picture FILE beside it")
    }
    guard steps != nil else { return }
    if case .schedule = subject, picture != nil { return }
    throw Failure(.usage, "--steps is for the picture of a schedule; expected --picture of one")
  }

  private func draw(_ subject: Subject, into path: String) throws {
    guard let format = PlotFormat(of: path) else {
      throw Failure(
        .usage, "--picture '\(path)' is no picture; expected NAME.png, NAME.svg or NAME.pdf")
    }
    var style = ContourStyle()
    style.isVector = format != .png
    style.colors = theme ?? .light
    try OutputFile.write(format.bytes(of: picture(of: subject, style: style)), to: path)
  }

  private func picture(of subject: Subject, style: ContourStyle) throws -> Picture {
    switch subject {
    case .function(let function) where function.dimension == 2:
      return ContourFigure(
        function, title: title, style: style,
        size: size ?? PixelSize(width: 520, height: 420), measuring: CairoTextMeasuring()
      ).picture
    case .schedule(let schedule):
      return RateFigure(
        schedule, title: title ?? name, steps: steps, colors: style.colors,
        size: size ?? PixelSize(width: 720, height: 420), measuring: CairoTextMeasuring()
      ).picture
    case .data(let source):
      return DataFigure(
        DataView(try source.parts().training), title: title ?? name, colors: style.colors,
        size: size ?? PixelSize(width: 520, height: 420), measuring: CairoTextMeasuring()
      ).picture
    case .function, .optimizer, .search, .expressions:
      throw Failure(
        .usage,
        "--picture draws functions of two variables (n=2), schedules and data; '\(name)' is none "
          + "of them")
    }
  }
}
