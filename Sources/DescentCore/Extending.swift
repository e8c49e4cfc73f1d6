import Experiments
import Objectives
import Optimizers

/// Does something where a program's own functions, optimizers, schedules, line searches and suites
/// have names like those that come with Descent: in specifications, recordings and on the command
/// line.
///
///     try await extending(functions: [Bowl.self], optimizers: [NormalizedGD.self]) {
///       try await RaceDrawing(RacePlan("bowl", optimizers: "normalized-gd,adam").run())
///         .write(into: "output/own")
///     }
public func extending<Result: Sendable>(
  functions: [any TestFunction.Type] = [], optimizers: [any OptimizerSettings.Type] = [],
  schedules: [any Schedule.Type] = [], searches: [any LineSearch.Type] = [], suites: [Suite] = [],
  isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
) async rethrows -> Result {
  try await FunctionCatalogue.$current.withValue(FunctionCatalogue.current.adding(functions)) {
    try await OptimizerCatalogue.$current.withValue(OptimizerCatalogue.current.adding(optimizers)) {
      try await ScheduleCatalogue.$current.withValue(ScheduleCatalogue.current.adding(schedules)) {
        try await LineSearchCatalogue.$current.withValue(
          LineSearchCatalogue.current.adding(searches)
        ) {
          try await SuiteCatalogue.$current.withValue(SuiteCatalogue.current.adding(suites)) {
            try await body()
          }
        }
      }
    }
  }
}
