import Experiments
import JSON
import Optimizers
import Output
import Races
import Rendering
import Scenes
import Specifications

/// A race that a page asks for by a query, run by what `descent race` runs.
struct PlayedRace {
  let request: RaceRequest
  private let drawing: RaceDrawing

  /// - Throws: `SettingError` or `SpecificationError` where the query asks for what cannot be.
  init(_ query: String, shelf: FunctionShelf, limits: PlayLimits) throws {
    request = try Self.request(query, shelf: shelf, limits: limits)
    let recordings = try limits.bounded(request.plan()).run()
    drawing = try RaceDrawing(recordings, request.drawing)
  }

  /// What a query asks for.
  ///
  /// - Throws: `SettingError` or `SpecificationError` where that cannot be, or is too much.
  static func request(
    _ query: String, shelf: FunctionShelf, limits: PlayLimits
  ) throws -> RaceRequest {
    let asked = try RaceQuery(query) { text throws(SpecificationError) in
      try shelf.functions(text)
    }
    let request = try asked.request.completed()
    try limits.require(request)
    return request
  }

  /// The whole page.
  func page() throws -> RacePage { try drawing.firstPage(PlayLimits.page) }

  /// What a page that shows another race has to be told to show this one.
  func whole() throws -> String {
    let page = try page()
    return Self.object([
      ("race", page.raceText), ("background", JSON.string(try page.backgroundURL()).description),
      ("state", state.description),
    ])
  }

  /// What was asked, as the page's controls show it.
  var state: JSON {
    .members([
      "query": .string(RaceQuery.text(of: request)), "command": .string(command),
      "entrants": .array(
        (request.optimizers ?? []).map { optimizer in
          .members([
            "specification": .string(optimizer.specification.description),
            "name": .string(type(of: optimizer.settings).name),
            "parameters": PlayCatalogue.parameters(
              optimizer.settings.parameterTable,
              searched: type(of: optimizer.settings).searchedParameters),
          ])
        }),
    ])
  }

  /// What changes while the map stays.
  func runs() throws -> String {
    Self.object([("race", try drawing.firstRuns(PlayLimits.page))])
  }

  /// What makes the same race on the command line.
  private var command: String {
    let functions = (request.functions ?? []).map(\.specification.description)
    let optimizers = (request.optimizers ?? []).map {
      "--optimizer=\($0.specification.description)"
    }
    let settings = RaceSettings.all.flatMap { setting in
      (setting.items(in: request) ?? []).map { "--\(setting.name)=\($0)" }
    }
    return (["descent", "race"] + (functions + optimizers + settings).map(ShellWord.quoted))
      .joined(separator: " ")
  }

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }
}
