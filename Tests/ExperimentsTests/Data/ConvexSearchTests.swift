import Experiments
import Foundation
import LinearAlgebra
import Objectives
import Testing

/// Minima of convex losses, against values known otherwise.
@Suite struct ConvexSearchTests {
  /// A function over the examples of a text in a file of its own.
  private static func function(_ text: String, _ rows: String) throws -> any TestFunction {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
    try Data(rows.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try FunctionName.function(text.replacing("FILE", with: file.path))
  }

  /// y = 1, 2, 4 at x = 0, 1, 2 has the line y = 5/6 + 3/2 x, with squared errors 1/6.
  @Test(arguments: [1.0, 1e7, 1e-9])
  func linesAreThoseOfLeastSquares(_ unit: Double) throws {
    let rows = (0..<3).map { "\(Double($0) * unit),\([1, 2, 4][$0])" }.joined(separator: "\n")
    let line = try Self.function("linear-regression:data=FILE(kind=values,header=false)", rows)
    #expect(line.minimumBasis == .computed)
    #expect(abs(try #require(line.minimum) - 1.0 / 18) < 1e-14)
    let minimizer = try #require(line.minimizers.first)
    #expect(abs(minimizer[0] * unit - 1.5) < 1e-9)
    #expect(abs(minimizer[1] - 5.0 / 6) < 1e-9)
  }

  /// Half of the examples at each point have either class: the logit is 0 everywhere.
  @Test func logisticLossOfEqualChancesIsLogTwo() throws {
    let even = try Self.function(
      "logistic-regression:data=FILE(kind=classes,header=false)", "1,0\n1,1\n2,0\n2,1\n")
    #expect(abs(try #require(even.minimum) - 0.6931471805599453) < 1e-15)
  }

  /// Three classes that overlap: without a penalty minima are no single points, and have a value.
  @Test func softmaxOfEqualChancesIsLogThree() throws {
    let even = try Self.function(
      "softmax-regression:data=FILE(kind=classes,header=false)",
      "1,0\n1,1\n1,2\n2,0\n2,1\n2,2\n")
    #expect(abs(try #require(even.minimum) - 1.0986122886681098) < 1e-14)
    let start = even.start.map { _ in 0.7 }
    #expect(even.value(at: start) >= 1.0986122886681096)
  }

  /// Classes that a point divides: the loss tends to 0, which is no minimum.
  @Test func dividedClassesHaveNoMinimum() throws {
    let divided = try Self.function(
      "logistic-regression:data=FILE(kind=classes,header=false)", "-2,0\n-1,0\n1,1\n2,1\n")
    #expect(divided.minimum == nil)
  }

  /// Over minibatches the minimum is the same, and so it is with `--batch`.
  @Test func batchesKeepTheMinimum() throws {
    let all = try FunctionName.function("logistic-regression:l2=0.1")
    var request = RunRequest()
    request.batch = 5
    let some = try request.prepared(all)
    #expect(some.minibatch == Minibatch(size: 5))
    #expect(some.minimum == all.minimum)
    #expect(try FunctionName.function("logistic-regression:l2=0.1,batch=5").minimum == all.minimum)
  }
}
