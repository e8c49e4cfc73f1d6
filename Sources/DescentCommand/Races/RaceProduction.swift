import Experiments
import Foundation
import LinearAlgebra
import Objectives
import Optimizers
import Rendering
import Scenes
import Specifications

/// Runs a race, draws its film, and puts frames, poster and trajectories into a folder.
struct RaceProduction: Sendable {
  let function: any TestFunction
  let settings: [any OptimizerSettings]
  let start: Vector
  let plan: Plan
  /// Without a title slide: the slide depends on `title`.
  let style: RaceStyle
  /// The slide's words; the function's name unless given, no slide for "none".
  let title: String?
  let workers: Int

  /// Two variables can be drawn.
  func requireDrawable() throws {
    guard function.dimension == 2 else {
      throw Failure(
        .usage,
        "a race is drawn in two variables; '\(function.specification)' has "
          + "\(function.dimension), expected n=2 (descent measure takes any n)")
    }
  }

  /// Throws where there is nothing to follow: f is no number at the start.
  static func requireFinite(_ function: any TestFunction, at start: Vector) throws {
    let value = function.value(at: start)
    guard value.isFinite else {
      let point = NumberText.short(start, atMost: 4)
      throw Failure(
        .usage,
        "f is \(NumberText.short(value)) at the start \(point); "
          + "expected a start where it is finite")
    }
  }

  /// One run after another.
  static func trajectories(
    _ function: any TestFunction, _ rivals: [any OptimizerSettings], from start: Vector, plan: Plan
  ) throws(SpecificationError) -> [Trajectory] {
    var trajectories: [Trajectory] = []
    for settings in rivals {
      let trajectory = try descend(function, with: settings, from: start, plan: plan)
      trajectories.append(trajectory)
    }
    return trajectories
  }

  /// Draws everything into `path` and returns the number of frames.
  ///
  /// The runs come first, before there is anything to clean up after an interruption.
  func produce(into path: String) async throws -> Int {
    try requireDrawable()
    try Self.requireFinite(function, at: start)
    let trajectories = try Self.trajectories(function, settings, from: start, plan: plan)
    MinimumWarning.write(function, trajectories)
    return try await Interruption.cancellable {
      try await OutputFolder.fill(path) { folder in try await draw(trajectories, into: folder) }
    }
  }

  private func draw(_ trajectories: [Trajectory], into folder: OutputFolder) async throws -> Int {
    try folder.write(Array(json(trajectories).utf8), named: "trajectories.json")
    let film = film(of: trajectories)
    try folder.write(try PictureWriter().png(film.poster), named: "poster.png")
    let progress = Progress(function.folderName)
    defer { progress.finish() }
    try await FilmRenderer(workers: workers).render(film, into: folder) { done, total in
      progress.report(done, of: total)
    }
    return film.frameCount
  }

  private func film(of trajectories: [Trajectory]) -> RaceFilm {
    let function = function
    let ground = RaceGround(
      title: function.specification.description,
      objective: { x, y in function.value(at: [x, y]) },
      x: function.domain[0], y: function.domain[1], minimizers: function.minimizers,
      saddles: function.saddles, localMinima: function.localMinima, minimum: function.minimum,
      minimumLabel: function.minimumLabel)
    var style = style
    style.titleSlide = titleSlide
    style.notes = ["clock: \(style.clock.rawValue)", "budget \(plan.budget.description)"]
    return RaceFilm(trajectories, on: ground, style: style, measuring: CairoTextMeasuring())
  }

  private var titleSlide: TitleSlide.Words? {
    if title == "none" { return nil }
    let point = start.map { NumberText.short($0) }.joined(separator: ", ")
    let parts = [
      function.specification.description, "start (\(point))", plan.budget.description,
    ]
    return TitleSlide.Words(
      title: title ?? type(of: function).card.title, subtitle: parts.joined(separator: " · "))
  }

  private func json(_ trajectories: [Trajectory]) -> String {
    JSON.members([
      "function": .string(function.specification.description),
      "clock": .string(style.clock.rawValue),
      "trajectories": .array(trajectories.map(\.json)),
    ]).description + "\n"
  }
}
