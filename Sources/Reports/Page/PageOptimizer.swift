import Experiments
import JSON
import Scenes
import Specifications

/// An optimizer as a page knows it: its name, and its look in every theme.
struct PageOptimizer {
  let name: String
  let title: String
  let place: Int

  /// The optimizers of some runs, one of each; a method looks as it does in films.
  static func all(_ runs: [StudyRun]) -> [PageOptimizer] {
    let places = EntrantPlaces.places(ofMethods: runs.map(\.trajectory.optimizer.name))
    return zip(runs, places).map { run, place in
      PageOptimizer(name: run.name, title: run.trajectory.title, place: place)
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
