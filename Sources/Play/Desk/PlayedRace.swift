import Experiments
import JSON
import Optimizers
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
    let asked = try RaceQuery(query) { text throws(SpecificationError) in
      try shelf.functions(text)
    }
    request = try asked.request.completed()
    try limits.require(request)
    let recordings = try limits.bounded(request.plan()).run()
    drawing = try RaceDrawing(recordings, request.drawing)
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
      "query": .string(RaceQuery.text(of: request)),
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

  private static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}"
  }
}
