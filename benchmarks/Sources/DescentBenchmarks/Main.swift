import Benchmark
import Foundation
import Synchronization

@main
struct Main {
  static func main() async throws {
    try measureSteps()
    try measureUpdates()
    try measureFunctions()
    try measureEvaluations()
    try await measureRace()
    let missed = misses.withLock { $0 }
    print(missed == 0 ? "every goal is met" : "goals missed: \(missed)")
    exit(missed == 0 ? 0 : 1)
  }
}

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
