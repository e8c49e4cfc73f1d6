import Benchmark
import Foundation

@main
struct Main {
  static func main() async throws {
    try measureSteps()
    measureStreams()
    try measureFunctions()
    try await measureRace()
  }
}

/// One line of the report: a ratio and what it should reach.
func report(_ name: String, ratio: Double, goal: String) {
  print("\(name): \(String(format: "%.3f", ratio)) (goal: \(goal))")
}
