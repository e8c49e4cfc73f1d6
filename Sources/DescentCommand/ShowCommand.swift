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
      """)

  @Argument(help: "A name from 'descent list', with settings or without, or an expression.")
  var name = "rosenbrock"

  @Option(help: "table or json.")
  var format = TextFormat.table

  @Option(help: ArgumentHelp("Draw a function of two variables, PNG or SVG.", valueName: "file"))
  var picture: String?

  func run() throws {
    let subject = try Subject(name)
    if let picture { try draw(subject, into: picture) }
    switch format {
    case .json: print(subject.json)
    case .table: print(Description.text(subject.json))
    }
  }

  private func draw(_ subject: Subject, into path: String) throws {
    guard case .function(let function) = subject, function.dimension == 2 else {
      throw Failure(
        .usage, "--picture draws functions of two variables; '\(name)' is none, expected n=2")
    }
    let figure = ContourFigure(function, measuring: CairoTextMeasuring())
    let isVector = path.lowercased().hasSuffix(".svg")
    let writer = PictureWriter()
    let bytes = try isVector ? writer.svg(figure.picture) : writer.png(figure.picture)
    try OutputFile.write(bytes, to: path)
  }
}

extension Show {
  /// What a name stands for.
  enum Subject {
    case function(any TestFunction)
    case optimizer(any OptimizerSettings.Type)
    case schedule(any Schedule.Type)

    init(_ text: String) throws {
      let name = text.prefix { !":(".contains($0) }
      if let type = OptimizerCatalogue.type(named: String(name)) {
        _ = try OptimizerCatalogue.settings(text)
        self = .optimizer(type)
      } else if let type = ScheduleCatalogue.all.first(where: { $0.name == name }) {
        _ = try ScheduleCatalogue.schedule(Specification(parsing: text))
        self = .schedule(type)
      } else {
        self = .function(try Self.function(text))
      }
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

    var json: JSON {
      switch self {
      case .function(let function): FunctionDescription.whole(function)
      case .optimizer(let type): Description.json(type)
      case .schedule(let type): Description.json(type)
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
      title: function.specification.description, measuring: measuring)
  }
}

extension TestFunction {
  /// The critical points that a picture marks with a cross.
  var saddles: [[Double]] {
    criticalPoints.filter { $0.kind == .saddle || $0.kind == .degenerate }.map(\.point)
  }
}
