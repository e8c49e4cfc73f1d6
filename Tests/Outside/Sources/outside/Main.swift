import DescentCommand
import DescentKit

/// Descent's command line, which knows what this program adds, and a race of its own.
@main enum Main {
  static func main() async throws {
    try await extending(
      functions: [Trough.self], optimizers: [SignDescent.self], schedules: [HalvingSchedule.self],
      searches: [AnyFall.self], suites: [.troughs], overlays: [.wayHome], formats: [.ends]
    ) {
      guard CommandLine.arguments.dropFirst() == ["own-race"] else { return await Program.main() }
      let race = try RacePlan(
        "trough", optimizers: "sign-descent:lr=halving(0.4),bfgs:search=any-fall", steps: 40)
      let recordings = try race.run()
      let written = try await RaceDrawing(recordings).write(into: "output/own-race")
      print(written, recordings[0].trajectories.map { PathLength($0).value })
    }
  }
}
