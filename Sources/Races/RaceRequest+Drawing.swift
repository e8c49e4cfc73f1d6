import Output
import Scenes
import Specifications

extension RaceRequest {
  /// Runs the race and draws it into a folder; whether it can be drawn as is wanted is tried before
  /// it is run.
  ///
  /// - Parameters:
  ///   - path: `folder` unless given.
  ///   - exempt: settings that may be of no use to what is written.
  ///   - bounded: makes another plan of the request's, as one that takes less time.
  /// - Returns: what was written, in words.
  /// - Throws: `SettingError` or `SpecificationError` for what is wrong with the request,
  ///   `OutputError` where files cannot be written.
  @discardableResult
  public func draw(
    into path: String? = nil, besides exempt: Set<String> = [],
    reporter: any Reporter = SilentReporter(), bounded: (RacePlan) -> RacePlan = { $0 }
  ) async throws -> String {
    let plan = bounded(try plan())
    let style = try drawing.style()
    try drawing.requireUse(besides: exempt)
    try drawing.requireLooks(for: plan.optimizers.count)
    try style.requireRoom(for: plan.optimizers.count)
    let firstSteps = try plan.firstSteps()
    if !firstSteps.isEmpty { try RaceDrawing(firstSteps, drawing).requireLandscape() }
    return try await RaceDrawing(plan.run(reporter: reporter), drawing)
      .write(into: path ?? folder, reporter: reporter)
  }
}
