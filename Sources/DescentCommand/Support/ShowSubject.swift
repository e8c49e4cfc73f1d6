import DescentKit

extension Show {
  /// What a name stands for.
  enum Subject {
    case function(any TestFunction)
    case optimizer(any OptimizerSettings)
    case schedule(any Schedule)
    case search(any LineSearch)
    case data(any DataSource)
    /// The language of expressions.
    case expressions

    init(_ text: String) throws {
      if text == "expression" || text == "expressions" {
        self = .expressions
        return
      }
      let name = String(text.prefix { !":(".contains($0) })
      if OptimizerCatalogue.type(named: name) != nil {
        self = .optimizer(try OptimizerCatalogue.settings(text))
      } else if let schedule = try Self.schedule(text, named: name) {
        self = .schedule(schedule)
      } else if LineSearchCatalogue.names.contains(name) {
        self = .search(try LineSearchCatalogue.search(Specification(parsing: text)))
      } else if let type = DataCatalogue.current[name] {
        // Those that need a file are shown without one too.
        self = try .data(text == name ? type.init() : type.init(Specification(parsing: text)))
      } else {
        self = .function(try Self.function(text))
      }
    }

    /// What to say where a name alone means a function and a schedule, as `plateau`: the function
    /// is shown.
    static func note(on name: String) -> String? {
      guard ScheduleCatalogue.names.contains(name), FunctionCatalogue.names.contains(name) else {
        return nil
      }
      return "'\(name)' is a schedule too; expected '\(name)(0.1)' for that"
    }

    /// A name that a function has too, as `plateau`, means the schedule where the function takes no
    /// such settings: `plateau(0.1)`.
    private static func schedule(_ text: String, named name: String) throws -> (any Schedule)? {
      guard ScheduleCatalogue.names.contains(name),
        !FunctionCatalogue.names.contains(name) || (try? FunctionCatalogue.function(text)) == nil
      else { return nil }
      return try ScheduleCatalogue.schedule(Specification(parsing: text))
    }

    /// Where nothing is called so, optimizers, schedules, line searches and data are suggested
    /// too.
    private static func function(_ text: String) throws -> any TestFunction {
      do {
        return try FunctionCatalogue.function(text).searched()
      } catch {
        try requireNoList(text)
        try FunctionName.requireNoSuite(text)
        try Specification.requireOne("name", in: text) {
          (try? Show.Subject($0.description)) != nil
        }
        let others =
          OptimizerCatalogue.names + ScheduleCatalogue.names + LineSearchCatalogue.names
          + DataCatalogue.names
        guard !Suggestion.nearest(to: text, among: others).isEmpty else { throw error }
        throw SpecificationError.unknown(
          "name", text, among: FunctionCatalogue.names + others)
      }
    }

    private static func requireNoList(_ text: String) throws {
      guard let list = List.Kind(rawValue: text) else { return }
      throw SpecificationError(
        "'\(list)' is a list; expected one of its names, which 'descent list \(list)' shows")
    }

    var json: JSON { json(listing: .max) }

    /// With lists cut to `length`.
    func json(listing length: Int) -> JSON {
      switch self {
      case .function(let function): FunctionDescription.whole(function, listing: length)
      case .optimizer(let settings): Description.json(settings)
      case .schedule(let schedule): Description.json(schedule)
      case .search(let search): Description.json(search)
      case .data(let source): Description.json(source)
      case .expressions:
        .object(ExpressionFunction.language.map { .init($0.topic, .string($0.text)) })
      }
    }
  }
}
