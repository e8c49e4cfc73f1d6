import DescentCore
import Races
import Scenes

/// Does something where a program's own functions, optimizers, schedules, line searches, suites,
/// overlays and formats have names like those that come with Descent: in specifications,
/// recordings, files of races and on the command line.
///
///     try await extending(optimizers: [NormalizedGD.self], overlays: [.wayHome]) {
///       try await RaceRequest(…).draw(into: "output/own")
///     }
public func extending<Result: Sendable>(
  functions: [any TestFunction.Type] = [], optimizers: [any OptimizerSettings.Type] = [],
  schedules: [any Schedule.Type] = [], searches: [any LineSearch.Type] = [], suites: [Suite] = [],
  overlays: [RaceOverlay] = [], formats: [RaceFormat] = [],
  isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
) async rethrows -> Result {
  try await OverlayCatalogue.$current.withValue(OverlayCatalogue.current.adding(overlays)) {
    try await FormatCatalogue.$current.withValue(FormatCatalogue.current.adding(formats)) {
      try await DescentCore.extending(
        functions: functions, optimizers: optimizers, schedules: schedules, searches: searches,
        suites: suites, isolation: isolation, body)
    }
  }
}
