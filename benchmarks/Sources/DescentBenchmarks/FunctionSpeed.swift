import CPeers
import LinearAlgebra
import Objectives

/// Values and gradients of test functions, each against what it is to be compared with.
func measureFunctions() throws {
  try measureRosenbrock()
  try measureGradients()
  try measureExpression()
  try measureBBOB()
}

/// Rosenbrock's function of two variables with its gradient, through `any Objective`, against a
/// loop in C.
private func measureRosenbrock() throws {
  let count = 100_000
  let points = (0..<(2 * count)).map { 0.37 * Double($0 % 11) - 1.7 }
  var expected = 0.0
  let plain = nanoseconds { expected = rosenbrock_sum(points, count) }
  let function: any Objective = try FunctionCatalogue.function("rosenbrock")
  var sum = 0.0
  let ours = nanoseconds { sum = function.sum(over: points, count: count) }
  precondition(abs(sum - expected) <= 1e-9 * abs(expected))
  report("Rosenbrock, value and gradient, n = 2 / C loop", ratio: ours / plain, atMost: 4)
}

extension Objective {
  /// The sum of value and gradient components over points of two variables.
  fileprivate func sum(over points: [Double], count: Int) -> Double {
    var gradient = Vector.zeros(2)
    var sum = 0.0
    for i in 0..<count {
      var slopes = gradient.mutableSpan
      let x = points.span.extracting((2 * i)..<(2 * i + 2))
      sum += self.gradient(at: x, into: &slopes)
      sum += gradient[0] + gradient[1]
    }
    return sum
  }
}

/// The gradient of each scalable classic at n = 1000 (less where f overflows before), against its
/// value.
private func measureGradients() throws {
  var worst = (name: "", ratio: 0.0)
  for type in FunctionCatalogue.functions(of: "scalable") {
    let function = try large(type.name)
    let ratio = gradientCost(function)
    if ratio > worst.ratio { worst = (type.name, ratio) }
  }
  report(
    "Value and gradient / value, n = 1000, dearest (\(worst.name))", ratio: worst.ratio,
    atMost: 6)
}

private func large(_ name: String) throws -> any TestFunction {
  for n in [1000, 600, 79] {
    if let function = try? FunctionCatalogue.function("\(name):n=\(n)") { return function }
  }
  return try FunctionCatalogue.function(name)
}

private func gradientCost(_ function: any TestFunction) -> Double {
  let x = function.start
  var gradient = Vector.zeros(function.dimension)
  var sum = 0.0
  let value = nanoseconds(runs: 25) { for _ in 0..<20 { sum += function.value(at: x.span) } }
  let both = nanoseconds(runs: 25) {
    for _ in 0..<20 {
      var span = gradient.mutableSpan
      sum += function.gradient(at: x.span, into: &span)
    }
  }
  precondition(!sum.isNaN)
  return both / value
}

/// Rosenbrock's function written as an expression against the built-in one.
private func measureExpression() throws {
  let count = 100_000
  let points = (0..<(2 * count)).map { 0.37 * Double($0 % 11) - 1.7 }
  let functions = try ["rosenbrock", "100*(y-x^2)^2+(1-x)^2"].map {
    try FunctionCatalogue.function($0) as any Objective
  }
  var sum = 0.0
  let times = functions.map { function in
    nanoseconds { sum += function.sum(over: points, count: count) }
  }
  let values = functions.map { function in
    nanoseconds { sum += function.values(over: points, count: count) }
  }
  precondition(sum.isFinite)
  report(
    "Expression / built-in Rosenbrock, value and gradient, n = 2", ratio: times[1] / times[0],
    atMost: 10)
  report("Expression / built-in Rosenbrock, value, n = 2", ratio: values[1] / values[0], atMost: 10)
}

extension Objective {
  /// The sum of values over points of two variables.
  fileprivate func values(over points: [Double], count: Int) -> Double {
    var sum = 0.0
    for i in 0..<count { sum += value(at: points.span.extracting((2 * i)..<(2 * i + 2))) }
    return sum
  }
}
