import Experiments
import JSON
import Objectives
import Optimizers
import Races
import Scenes
import Specifications

/// What a page lets its reader choose from: the catalogues that are known here.
enum PlayCatalogue {
  static var json: JSON {
    .members([
      "functions": .array(FunctionCatalogue.all.map { function($0.init()) }),
      "families": .array(
        OptimizerCatalogue.families.map { family in
          .members([
            "title": .string(family.title),
            "optimizers": .array(family.optimizers.map { optimizer($0.init()) }),
          ])
        }),
      "schedules": .array(
        ScheduleCatalogue.all.map {
          .members([
            "name": .string($0.name), "formula": .string($0.formula),
            "example": .string($0.init().specification.description),
          ])
        }),
      "overlays": .array(
        RaceOverlay.all.map {
          .members(["name": .string($0.name), "summary": .string($0.summary)])
        }),
      "formats": .array(
        PlaySaving.formats.map {
          .members(["name": .string($0.name), "summary": .string($0.summary)])
        }),
      "settings": .array(settings),
      "presets": .array(PlayPreset.all.map(\.json)),
    ])
  }

  private static func function(_ function: any TestFunction) -> JSON {
    let kind = type(of: function)
    return .members([
      "name": .string(kind.name), "title": .string(kind.card.title),
      "variables": .string(kind.card.dimensionRule),
      "tags": .strings(function.tags.map(\.rawValue)),
      "parameters": parameters(function.parameterTable, slider: FunctionSlider.range),
    ])
  }

  private static func optimizer(_ optimizer: any OptimizerSettings) -> JSON {
    let kind = type(of: optimizer)
    return .members([
      "name": .string(kind.name), "title": .string(kind.card.title),
      "formula": .string(kind.card.formula),
      "aliases": .strings(kind.aliasSettings.keys.sorted()),
      "parameters": parameters(optimizer.parameterTable, slider: searched(by: kind)),
    ])
  }

  private static func parameters(
    _ table: [ParameterDescription], slider: (ParameterDescription) -> SearchRange?
  ) -> JSON {
    .array(table.map { parameter($0, usual: $0.default, slider: slider($0)) })
  }

  /// - Parameters:
  ///   - usual: what it is unless said.
  ///   - slider: the values among which a reader looks; nil where none are known.
  static func parameter(
    _ parameter: ParameterDescription, usual: String, slider: SearchRange?
  ) -> JSON {
    .members([
      "name": .string(parameter.name), "symbol": .string(parameter.symbol),
      "default": .string(usual), "value": .string(parameter.value),
      "range": .string(parameter.range), "choices": .strings(parameter.choices),
      "summary": .string(parameter.summary), "slider": .optional(slider, json),
    ])
  }

  private static func json(_ range: SearchRange) -> JSON {
    .members([
      "low": .number(range.bounds.lowerBound), "high": .number(range.bounds.upperBound),
      "scale": .string("\(range.scale)"),
    ])
  }

  /// The range in which a search would look.
  static func searched(
    by kind: any OptimizerSettings.Type
  ) -> (ParameterDescription) -> SearchRange? {
    let ranges = kind.searchedParameters
    return { parameter in ranges.first { $0.name == parameter.name }?.range }
  }

  /// Those of the settings of a race that the page has a control for.
  private static var settings: [JSON] {
    [
      setting(RunSettings.start), setting(RunSettings.batch), setting(RunSettings.steps),
      setting(RunSettings.seed), setting(RaceSettings.seeds), setting(DrawingSettings.clock),
      setting(DrawingSettings.plane), setting(DrawingSettings.levels),
      setting(DrawingSettings.palette), setting(DrawingSettings.background),
      setting(DrawingSettings.theme), setting(DrawingSettings.window),
    ]
  }

  private static func setting<Root, Value>(_ setting: Setting<Root, Value>) -> JSON {
    .members([
      "name": .string(setting.name), "help": .string(setting.help),
      "choices": .strings(setting.choices),
      "fallback": .optional(setting.fallback) { .string($0) },
    ])
  }
}
