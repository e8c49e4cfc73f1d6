import Experiments
import JSON
import Objectives
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
  private let hidden: HiddenEntrants

  /// - Throws: `SettingError` or `SpecificationError` where the query asks for what cannot be.
  init(_ query: String, shelf: FunctionShelf, limits: PlayLimits) throws {
    request = try Self.request(query, shelf: shelf, limits: limits)
    hidden = try HiddenEntrants(query, among: request.optimizers?.count ?? 0)
    let recordings = try limits.bounded(request.plan()).run()
    drawing = try RaceDrawing(recordings, request.drawing)
  }

  /// What a query asks for.
  ///
  /// - Throws: `SettingError` or `SpecificationError` where that cannot be, or is too much.
  static func request(
    _ query: String, shelf: FunctionShelf, limits: PlayLimits
  ) throws -> RaceRequest {
    let asked = try RaceQuery(HiddenEntrants.removed(from: query)) {
      text throws(SpecificationError) in
      try shelf.functions(text)
    }
    let request = try asked.request.completed()
    try limits.require(request)
    return request
  }

  /// The whole page.
  func page() throws -> RacePage { try drawing.firstPage(PlayLimits.page) }

  /// What a page that shows another race has to be told to show this one.
  func whole() throws -> JSON {
    try Task.checkCancellation()
    let page = try page()
    return .members([
      "race": page.race, "background": .string(try page.backgroundURL()), "state": state,
    ])
  }

  /// What was asked, as the page's controls show it.
  var state: JSON {
    .members([
      "query": .string(hidden.added(to: RaceQuery.text(of: request))),
      "command": .string(command),
      "function": .optional(request.functions?.first, function),
      "entrants": .array((request.optimizers ?? []).map(entrant)),
      "usual": .members(["steps": .string(String(RacePlan.usualSteps))]),
    ])
  }

  private func function(_ function: any TestFunction) -> JSON {
    let name = function.specification.name
    let form = PlayForm(function, called: name) { head throws(SpecificationError) in
      try FunctionCatalogue.function(head)
    }
    let told: [JSON.Member] = [
      JSON.Member("specification", .string(function.specification.description)),
      JSON.Member("variables", .integer(function.dimension)),
      JSON.Member("hasExamples", .boolean(function.finiteSum != nil)),
    ]
    return .object(told + form.members(slider: FunctionSlider.range))
  }

  private func entrant(_ optimizer: GivenOptimizer) -> JSON {
    let kind = type(of: optimizer.settings)
    let form = PlayForm(
      optimizer.settings, called: optimizer.specification.name
    ) { head throws(SpecificationError) in
      try OptimizerCatalogue.settings(head)
    }
    let told = [
      JSON.Member("specification", .string(optimizer.specification.description)),
      JSON.Member("name", .string(kind.name)),
    ]
    return .object(told + form.members(slider: PlayCatalogue.searched(by: kind)))
  }

  /// What changes while the map stays.
  func runs() throws -> JSON { .members(["race": try drawing.firstRuns(PlayLimits.page)]) }

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
}
