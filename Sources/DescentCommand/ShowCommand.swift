import ArgumentParser
import Experiments
import Objectives
import Optimizers
import Rendering
import Scenes
import Specifications

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show all that is known of a function, an optimizer or a schedule.",
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

  @Option(help: "Draw the first N steps of a schedule; twice what shows its shape unless given.")
  var steps: Int?

  func run() throws {
    let subject = try Subject(name)
    if let picture { try draw(subject, into: picture) }
    switch format {
    case .json: print(subject.json)
    case .table: print(Description.text(subject.json(listing: Description.longestList + 1)))
    }
  }

  private func draw(_ subject: Subject, into path: String) throws {
    let scene = try picture(of: subject)
    let isVector = path.lowercased().hasSuffix(".svg")
    guard isVector || path.lowercased().hasSuffix(".png") else {
      throw Failure(.usage, "--picture '\(path)' is no picture; expected NAME.png or NAME.svg")
    }
    let writer = PictureWriter()
    try OutputFile.write(isVector ? writer.svg(scene) : writer.png(scene), to: path)
  }

  private func picture(of subject: Subject) throws -> Picture {
    switch subject {
    case .function(let function) where function.dimension == 2:
      return ContourFigure(function, measuring: CairoTextMeasuring()).picture
    case .schedule(let schedule):
      guard (1...1_000_000).contains(steps ?? 1) else {
        throw Failure(
          .usage, "--steps \(steps ?? 0) is out of range; expected 1 to 1000000")
      }
      return RateFigure(
        schedule, title: name, steps: steps, measuring: CairoTextMeasuring()
      ).picture
    case .function, .optimizer, .expressions:
      throw Failure(
        .usage,
        "--picture draws functions of two variables (n=2) and schedules; '\(name)' is neither")
    }
  }
}

extension Show {
  /// What a name stands for.
  enum Subject {
    case function(any TestFunction)
    case optimizer(any OptimizerSettings.Type)
    case schedule(any Schedule)

    /// The language of expressions.
    case expressions

    init(_ text: String) throws {
      if text == "expression" || text == "expressions" {
        self = .expressions
        return
      }
      let name = text.prefix { !":(".contains($0) }
      if let type = OptimizerCatalogue.type(named: String(name)) {
        _ = try OptimizerCatalogue.settings(text)
        self = .optimizer(type)
      } else if let schedule = try Self.schedule(text, named: String(name)) {
        self = .schedule(schedule)
      } else {
        self = .function(try Self.function(text))
      }
    }

    /// A name that a function has too, as `plateau`, means the schedule where the function takes no
    /// such settings: `plateau(0.1)`.
    private static func schedule(_ text: String, named name: String) throws -> (any Schedule)? {
      guard ScheduleCatalogue.names.contains(name),
        !FunctionCatalogue.names.contains(name) || (try? FunctionCatalogue.function(text)) == nil
      else { return nil }
      return try ScheduleCatalogue.schedule(Specification(parsing: text))
    }

    /// Where nothing is called so, optimizers and schedules are suggested too.
    private static func function(_ text: String) throws -> any TestFunction {
      do {
        return try FunctionCatalogue.function(text)
      } catch {
        let others = OptimizerCatalogue.names + ScheduleCatalogue.names
        guard !Suggestion.nearest(to: text, among: others).isEmpty else { throw error }
        throw SpecificationError.unknown(
          "name", text, among: FunctionCatalogue.names + others)
      }
    }

    var json: JSON { json(listing: .max) }

    /// With lists cut to `length`.
    func json(listing length: Int) -> JSON {
      switch self {
      case .function(let function): FunctionDescription.whole(function, listing: length)
      case .optimizer(let type): Description.json(type)
      case .schedule(let schedule): Description.json(type(of: schedule))
      case .expressions:
        .object(ExpressionFunction.language.map { .init($0.topic, .string($0.text)) })
      }
    }
  }
}

extension ContourFigure {
  /// The contours of a function of two variables over its domain.
  init(_ function: any TestFunction, measuring: any TextMeasuring) {
    self.init(
      objective: { function.value(at: [$0, $1]) }, x: function.domain[0], y: function.domain[1],
      minimizers: function.minimizers, saddles: function.saddles, minimum: function.minimum,
      minimumLabel: function.minimumLabel,
      title: function.specification.description, measuring: measuring)
  }
}

extension RateFigure {
  /// The first rates of a schedule; one that follows the loss is shown a loss that stands still.
  init(_ schedule: any Schedule, title: String, steps: Int?, measuring: any TextMeasuring) {
    let count = steps ?? Int(min(max((2 * (schedule.span ?? 50)).rounded(.up), 10), 1_000_000))
    var tracker = schedule.tracker()
    let rates = (0..<count).map { t in
      let rate = tracker.rate(at: t)
      tracker.observe(loss: 1, at: t)
      return rate
    }
    self.init(
      rates: rates, title: title,
      note: schedule.followsLoss ? "while the loss stands still" : nil, measuring: measuring)
  }
}

extension TestFunction {
  /// What a picture calls the lowest points.
  var minimumLabel: String {
    switch minimumBasis {
    case .closedForm, .computed: "minimum"
    case .given: "minimum as given"
    case .bestKnown, .searched, .unbounded, .unknown: "best known"
    }
  }

  /// The critical points that a picture marks with a cross.
  var saddles: [[Double]] {
    criticalPoints.filter { $0.kind == .saddle || $0.kind == .degenerate }.map(\.point)
  }
}
