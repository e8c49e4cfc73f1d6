import Experiments
import LinearAlgebra
import Objectives
import Optimizers
import Scenes
import Specifications

/// Runs a race and has it drawn.
struct RaceProduction: Sendable {
  let function: any TestFunction
  let settings: [any OptimizerSettings]
  let start: Vector
  let plan: Plan
  /// As `RaceDrawing` takes it.
  let style: RaceStyle
  let plane: PlaneRule
  let title: String?
  let workers: Int

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
    try Self.requireFinite(function, at: start)
    var plan = plan
    plan.isDetailed = style.overlays.contains(where: \.needsDetail)
    let trajectories = try Self.trajectories(function, settings, from: start, plan: plan)
    MinimumWarning.write(function, trajectories)
    let recording = RaceRecording(
      function: function, clock: style.clock, budget: plan.budget.description,
      trajectories: trajectories)
    return try await RaceDrawing(
      recording: recording, style: style, plane: plane, title: title, workers: workers
    ).write(into: path)
  }
}
