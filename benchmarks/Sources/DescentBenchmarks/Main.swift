import Benchmark
import Foundation
import Synchronization

@main
struct Main {
  static func main() async throws {
    let chosen = CommandLine.arguments.dropFirst()
    for (name, measure) in parts where chosen.isEmpty || chosen.contains(name) {
      try await measure()
    }
    let missed = misses.withLock { $0 }
    print(missed == 0 ? "every goal is met" : "goals missed: \(missed)")
    exit(missed == 0 ? 0 : 1)
  }
}

/// All that is measured; names given as arguments choose some.
private let parts: [(name: String, measure: @Sendable () async throws -> Void)] = [
  ("steps", measureSteps), ("updates", measureUpdates), ("functions", measureFunctions),
  ("evaluations", measureEvaluations), ("second-order", measureSecondOrder),
  ("isolines", measureIsolines), ("race", measureRace), ("basins", measureBasins),
  ("studies", measureStudies),
]

private let misses = Mutex(0)

/// One line of the report: a ratio that should reach `goal`.
func report(_ name: String, ratio: Double, atLeast goal: Double) {
  print(name, ratio, isMet: ratio >= goal, goal: ">= \(goal)")
}

/// One line of the report: a ratio that should not pass `goal`.
func report(_ name: String, ratio: Double, atMost goal: Double) {
  print(name, ratio, isMet: ratio <= goal, goal: "<= \(goal)")
}

/// One line of the report: a ratio without a goal.
func show(_ name: String, _ ratio: Double) {
  print("\(name): \(String(format: "%.3f", ratio))")
}

private func print(_ name: String, _ ratio: Double, isMet: Bool, goal: String) {
  if !isMet { misses.withLock { $0 += 1 } }
  print("\(name): \(String(format: "%.3f", ratio)) (goal: \(goal)\(isMet ? "" : ", missed"))")
}
