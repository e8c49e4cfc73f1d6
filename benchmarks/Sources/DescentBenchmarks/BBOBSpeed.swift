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
/// run.
func measureBBOB() throws {
  let times = try PeerScript.lines(
    PeerTime.self, of: "bbob.py", needing: "coco-experiment and numpy",
    interpreter: "PYTHON_COCO")
  for time in times {
    let function = try FunctionCatalogue.function("\(time.name):n=\(time.n)")
    let (value, both) = cost(function)
    report(
      "\(time.name), n = \(time.n): value / COCO's value", ratio: value / time.ns, atMost: 0.5)
    report(
      "\(time.name), n = \(time.n): value and gradient / COCO's value", ratio: both / time.ns,
      atMost: 1)
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
