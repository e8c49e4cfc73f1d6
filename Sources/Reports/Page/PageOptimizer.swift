import Experiments
import JSON
import Scenes
import Specifications
import Statistics

/// An optimizer as a page knows it: its name, and its look in every theme.
struct PageOptimizer {
  let name: String
  let title: String
  let place: Int

  /// The optimizers of some runs; a method looks as it does in films.
  static func all(_ columns: StudyColumns, of runs: [StudyRun]) -> [PageOptimizer] {
    let firsts = Dictionary(zip(columns.places, runs)) { first, _ in first }
    let trajectories = columns.names.indices.compactMap { firsts[$0]?.trajectory }
    let places = EntrantPlaces.places(ofMethods: trajectories.map(\.optimizer.name))
    return zip(trajectories, places).enumerated().map { i, look in
      PageOptimizer(name: columns.names[i], title: look.0.title, place: look.1)
    }
  }

  var json: JSON {
    .members([
      "name": .string(name), "title": .string(title),
      "shape": .string("\(EntrantStyle(index: place).shape)"),
      "colors": .object(
        ThemeColors.all.map { theme in
          JSON.Member(theme.name, .string(EntrantStyle(index: place, in: theme).color.css))
        }),
    ])
  }
}
