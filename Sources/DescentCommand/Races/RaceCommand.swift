import ArgumentParser
import Experiments
import Foundation
import Objectives

struct Race: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw optimizers racing down a function, frame by frame.",
    discussion: """
      Alone it draws the lecture's race on Beale's function. Writes frame-0000.png and so on,
      poster.png and trajectories.json into output/race-FUNCTION.
        descent race himmelblau --optimizer sgd,momentum,adam,newton --start 0,0
      """)

  @Argument(help: "Function, as in: himmelblau, rosenbrock:n=10")
  var function: String?

  @OptionGroup var optimizers: OptimizerOptions
  @OptionGroup var options: RunOptions
  @OptionGroup var race: RaceOptions

  @Option(help: "Folder to write into.")
  var output: String?

  func run() async throws {
    let script = RaceScript.beale
    let isLecture = function == nil && optimizers.optimizers.isEmpty
    let function = try FunctionCatalogue.function(self.function ?? script.function)
    var options = options
    if isLecture, options.start == nil { options.start = script.start }
    let production = RaceProduction(
      function: function,
      settings: try optimizers.settings(
        default: isLecture ? script.optimizers : RaceScript.defaultOptimizers),
      start: try options.startPoint(for: function),
      plan: try options.plan(for: function, defaultSteps: script.steps, idleSteps: 100),
      style: try race.style(),
      plane: try race.planeRule(), title: race.title, workers: try race.workers())
    let path = output ?? "output/race-\(function.folderName)"
    let frames = try await production.produce(into: path)
    print("\(path): \(frames) frames, poster.png, trajectories.json")
    print(race.filmHint(for: path))
  }
}
