import Foundation
import Objectives
import Specifications
import Testing

/// Texts too long or too deep, and loops without end, are refused at once and in little memory.
@Suite struct ExpressionLimitTests {
  /// `piece` so many times, then `end`.
  struct Repeated: CustomTestStringConvertible {
    let piece: String
    let count: Int
    let end: String

    init(_ piece: String, _ count: Int, _ end: String = "") {
      self.piece = piece
      self.count = count
      self.end = end
    }

    var text: String { String(repeating: piece, count: count) + end }
    var testDescription: String { "\(count) times \(piece)" }
  }

  @Test(arguments: [
    (Repeated("x", 10_001), "an expression has at most 10000 characters"),
    (Repeated(" ", 10_001, "x"), "an expression has at most 10000 characters"),
    (Repeated("(", 5000), "column 52 is nested more than 50 deep"),
    (Repeated("x^", 4999, "x"), "column 103 is nested more than 50 deep"),
    (Repeated("2^-", 3000, "x"), "column 153 is nested more than 50 deep"),
    (Repeated("sin(", 2000), "column 205 is nested more than 50 deep"),
    (Repeated("x[", 3000), "column 103 is nested more than 50 deep"),
    (Repeated("sum(i,1,", 1000), "column 407 is nested more than 50 deep"),
  ])
  func tooLong(_ repeated: Repeated, _ message: String) {
    #expect(throws: SpecificationError(message)) { try ExpressionFunction(parsing: repeated.text) }
  }

  static let many = "the expression comes to more than 2000000 operations"

  @Test(arguments: [
    ("sum(i,1,1e15,x)", many), ("sum(i,-9007199254740992,9007199254740992,0)", many),
    ("prod(i,1,1e6,sum(j,1,1e6,1))", many),
    ("sum(i,1,n,sum(j,1,n,1)):n=2000", many + " for n=2000"),
    ("sum(i,1,n,sum(j,1,n,sum(k,1,n,x[i]*x[j]*x[k]))):n=1000", many + " for n=1000"),
    ("sum(i,1,1e18,i)", "the last value at column 9 is 1e+18; that is too large"),
  ])
  func tooManyOperations(_ text: String, _ message: String) {
    let time = ContinuousClock().measure {
      #expect(throws: SpecificationError(message)) { try ExpressionFunction(parsing: text) }
    }
    #expect(time < .seconds(60), "also without optimization, on a busy machine")
  }

  /// The deepest and longest that are accepted, on a stack of one megabyte.
  @Test(arguments: [
    Repeated("(", 50, "x" + String(repeating: ")", count: 50)),
    Repeated("max(1,", 50, "x" + String(repeating: ")", count: 50)),
    Repeated("(1+x*", 50, "2" + String(repeating: ")", count: 50)),
    Repeated("x^", 50, "x"), Repeated("-", 9999, "x"), Repeated("x+", 4999, "x"),
    Repeated("x*", 4999, "x"), Repeated("-x^2-", 1999, "x"),
  ])
  func theDeepestFitOnASmallStack(_ repeated: Repeated) async {
    let value = await withCheckedContinuation { continuation in
      let thread = Thread {
        let function = try? ExpressionFunction(parsing: repeated.text)
        continuation.resume(returning: function?.gradient(at: [0.5])[0])
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
    #expect(value?.isFinite == true)
  }

  /// Many variables: one sweep, not one for each.
  @Test func manyVariables() throws {
    let function = try ExpressionFunction(parsing: "sum(i,1,n,i*x[i]^2):n=20000")
    let gradient = function.gradient(at: Array(repeating: 1, count: 20_000))
    #expect(gradient[19_999] == 40_000)
  }

  /// No number anywhere: the search for a start gives up.
  @Test(.timeLimit(.minutes(10))) func nowhereDefined() throws {
    let function = try ExpressionFunction(parsing: "sum(i,1,390000,log(-i-x^2))")
    #expect(function.start == [-2])
  }
}
