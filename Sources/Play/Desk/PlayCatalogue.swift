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
      "presets": .array(PlayPreset.all.map(\.json)),
    ])
  }

  private static func function(_ function: any TestFunction) -> JSON {
    let kind = type(of: function)
    return .members([
      "name": .string(kind.name), "title": .string(kind.card.title),
      "variables": .string(kind.card.dimensionRule),
      "tags": .strings(function.tags.map(\.rawValue)),
      "parameters": parameters(function.parameterTable),
    ])
  }

  private static func optimizer(_ optimizer: any OptimizerSettings) -> JSON {
    let kind = type(of: optimizer)
    return .members([
      "name": .string(kind.name), "title": .string(kind.card.title),
      "formula": .string(kind.card.formula),
      "aliases": .strings(kind.aliasSettings.keys.sorted()),
      "parameters": parameters(optimizer.parameterTable, searched: kind.searchedParameters),
    ])
  }

  /// With the range of a slider where one is known: that in which a search looks.
  static func parameters(
    _ table: [ParameterDescription], searched: [(name: String, range: SearchRange)] = []
  ) -> JSON {
    .array(
      table.map { parameter in
        let range = searched.first { $0.name == parameter.name }?.range
        return .members([
          "name": .string(parameter.name), "symbol": .string(parameter.symbol),
          "default": .string(parameter.default), "value": .string(parameter.value),
          "range": .string(parameter.range), "choices": .strings(parameter.choices),
          "summary": .string(parameter.summary), "slider": .optional(range, slider),
        ])
      })
  }

  private static func slider(_ range: SearchRange) -> JSON {
    .members([
      "low": .number(range.bounds.lowerBound), "high": .number(range.bounds.upperBound),
      "scale": .string("\(range.scale)"),
    ])
  }
}
