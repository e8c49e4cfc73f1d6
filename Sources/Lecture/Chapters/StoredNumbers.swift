import Experiments
import Objectives
import Optimizers

/// How many numbers a method keeps from step to step, counted in its memory itself.
enum StoredNumbers {
  /// Of all arrays of doubles that a value holds, however deep.
  static func count(in value: Any) -> Int {
    if let numbers = value as? [Double] { return numbers.count }
    return Mirror(reflecting: value).children.reduce(0) { $0 + count(in: $1.value) }
  }

  /// Of a method after some steps on a function from its usual start.
  ///
  /// - Throws: `Halt` where a step cannot be taken.
  static func count(
    _ settings: some OptimizerSettings, on function: some TestFunction, steps: Int
  ) throws(Halt) -> Int {
    var method = type(of: settings).Method(settings, dimension: function.dimension)
    var oracle = PlainOracle(function)
    var x = function.start
    for _ in 0..<steps { try method.step(from: &x, querying: &oracle) }
    return count(in: method)
  }
}
