import ArgumentParser
import Experiments
import Foundation
import Objectives
import Optimizers
import Specifications

struct Lecture: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw the pictures of the lecture on optimization.",
    discussion: """
      Chapters: animation, SGD, momentum, RMSProp and Adam on an elongated bowl, on Beale's
      function and beside a saddle point, each a sequence of frames.
        descent lecture animation
      """)

  static let chapters = ["animation"]

  @Argument(help: "Chapters; all of them unless given.")
  var chapters: [String] = []

  @OptionGroup var race: RaceOptions

  @Option(help: "Folder to write into.")
  var output = "output/lecture"

  func run() async throws {
    for chapter in chapters where !Self.chapters.contains(chapter) {
      throw SpecificationError.unknown("chapter", chapter, among: Self.chapters)
    }
    try race.requireUse()
    for script in RaceScript.lecture { try await draw(script) }
  }

  private func draw(_ script: RaceScript) async throws {
    let function = try FunctionCatalogue.function(script.function)
    let settings = try OptimizerOptions.settings(script.optimizers)
    let start = try script.start.map {
      try RunOptions.point($0, option: "start", for: function)
    }
    try race.requireLooks(for: settings.count)
    try race.requireRoom(for: settings.count, isCloud: false)
    let style = try race.style()
    var plan = Plan(budget: Budget(steps: script.steps))
    plan.isDetailed = style.overlays.contains(where: \.needsDetail)
    let production = RaceProduction(
      functions: [function], settings: settings, starts: [start ?? function.start], plans: [plan],
      clock: race.clock)
    let drawing = RaceDrawing(
      recordings: try production.recordings(), style: style, clock: race.clock,
      plane: try race.planeRule(), title: race.title, output: try race.output())
    let path = "\(output)/animation-\(script.name)"
    race.report(try await drawing.write(into: path), in: path)
  }
}
