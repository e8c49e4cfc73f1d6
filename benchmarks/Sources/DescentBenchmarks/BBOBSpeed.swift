import Foundation
import LinearAlgebra
import Objectives

/// A line of `benchmarks/peers/bbob.py`.
private struct PeerTime: Decodable {
  let name: String
  let n: Int
  let ns: Double
}

/// BBOB functions with their gradients against the values of COCO, called from Python in the same
/// run. Skipped, with a word, where Python or COCO is not there.
func measureBBOB() throws {
  let times = try peerTimes()
  guard !times.isEmpty else {
    print("BBOB against COCO: skipped; needs python3 with coco-experiment and numpy")
    return
  }
  for time in times {
    let function = try FunctionCatalogue.function("\(time.name):n=\(time.n)")
    let (value, both) = cost(function)
    report(
      "\(time.name), n = \(time.n): value / COCO's value", ratio: value / time.ns, goal: "<= 0.5")
    report(
      "\(time.name), n = \(time.n): value and gradient / COCO's value", ratio: both / time.ns,
      goal: "<= 1")
  }
}

/// What the script beside this package prints; nothing where it cannot run.
private func peerTimes() throws -> [PeerTime] {
  let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "peers/bbob.py")
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [
    ProcessInfo.processInfo.environment["PYTHON"] ?? "python3", script.path,
  ]
  let output = Pipe()
  process.standardOutput = output
  process.standardError = FileHandle.nullDevice
  try process.run()
  let data = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  guard process.terminationStatus == 0 else { return [] }
  return try data.split(separator: UInt8(ascii: "\n")).map {
    try JSONDecoder().decode(PeerTime.self, from: Data($0))
  }
}

/// Nanoseconds of the value, and of value and gradient, at the point that the script takes.
private func cost(_ function: any TestFunction) -> (value: Double, both: Double) {
  let x = (0..<function.dimension).map { 4 * sin(3 * Double($0) + 1) }
  var gradient = Vector.zeros(function.dimension)
  var sum = 0.0
  let calls = 2000
  let value = nanoseconds(runs: 40) { for _ in 0..<calls { sum += function.value(at: x.span) } }
  let both = nanoseconds(runs: 40) {
    for _ in 0..<calls {
      var span = gradient.mutableSpan
      sum += function.gradient(at: x.span, into: &span)
    }
  }
  precondition(!sum.isNaN)
  return (value / Double(calls), both / Double(calls))
}
