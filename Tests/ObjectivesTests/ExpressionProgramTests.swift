import Specifications
import Testing

@testable import Objectives

/// What expressions are compiled to.
@Suite struct ExpressionProgramTests {
  private func program(_ text: String, n: Int? = nil) throws -> ExpressionProgram {
    try ExpressionCompiler.program(ExpressionParser.parse(text), n: n)
  }

  @Test(arguments: [
    ("100*(y-x^2)^2+(1-x)^2", 6), ("x", 0), ("3", 1), ("2*3+sin(1)^2", 1), ("x*1+0-0", 0),
    // Equal parts are computed once, whichever way round they are written.
    ("sin(x+y)+cos(y+x)", 4), ("x^4+x^2", 3), ("(x-y)^2+(x-y)^2", 3), ("x*x", 1),
    // What is not used is left out.
    ("y^0*x", 0), ("2*x-3*y", 2), ("x/4", 1), ("sum(i,1,3,i)*x", 1), ("e^x", 1),
  ])
  func instructionCounts(_ text: String, _ count: Int) throws {
    #expect(try program(text).instructions.count == count)
  }

  @Test func variablesComeFirst() throws {
    let program = try program("x[2]", n: 5)
    #expect(program.dimension == 5 && program.registerCount == 5 && program.output == 1)
  }

  /// Loops grow with n, not with its square.
  @Test func loopsAreUnrolled() throws {
    let text = "sum(i,1,n-1,100*(x[i+1]-x[i]^2)^2+(1-x[i])^2)"
    #expect(try program(text, n: 11).instructions.count == 69)
    #expect(try program(text, n: 101).instructions.count == 699)
  }
}
