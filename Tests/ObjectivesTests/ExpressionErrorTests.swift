import Foundation
import Objectives
import Specifications
import Testing

/// What is wrong with an expression is said in one line, with the column.
@Suite struct ExpressionErrorTests {
  static let shape =
    " takes an index, its first and last value and a term, as in sum(i,1,n,x[i]^2)"

  static let syntax = [
    ("", "the expression is empty; expected one such as (x-1)^2 + y^2"),
    (" \t ", "the expression is empty; expected one such as (x-1)^2 + y^2"),
    // Operators and operands
    ("2x", "expected an operator at column 2; write 2*x"),
    ("  2x", "expected an operator at column 4; write 2*x"),
    ("x y", "expected an operator at column 3; write x*y"),
    ("x(y)", "expected an operator at column 2; write x*("),
    ("(x)(y)", "expected an operator at column 4; write )*("),
    ("x+1.2.3", "expected an operator at column 6; write 1.2*.3"),
    ("2e", "expected an operator at column 2; write 2*e"),
    ("sin(2x)", "expected an operator at column 6; write 2*x"),
    ("x^2 2", "expected an operator at column 5; write 2*2"),
    ("x+", "expected a number, a name or `(` at column 3, not the end"),
    ("x+*y", "expected a number, a name or `(` at column 3, not `*`"),
    ("*x", "expected a number, a name or `(` at column 1, not `*`"),
    ("x^", "expected a number, a name or `(` at column 3, not the end"),
    ("x^^2", "expected a number, a name or `(` at column 3, not `^`"),
    ("-", "expected a number, a name or `(` at column 2, not the end"),
    ("()", "expected a number, a name or `(` at column 2, not `)`"),
    ("x[]", "expected a number, a name or `(` at column 3, not `]`"),
    ("max(x,)", "expected a number, a name or `(` at column 7, not `)`"),
    ("x**2", "unexpected `**` at column 2; write ^ for powers"),
    // Parentheses
    ("(x+y", "the `(` at column 1 is never closed"),
    ("1+max(x,(y+2)", "the `(` at column 6 is never closed"),
    ("x[1", "the `[` at column 2 is never closed"),
    ("x+y)", "the `)` at column 4 closes nothing"),
    ("x]", "the `]` at column 2 closes nothing"),
    ("x[1)", "expected an operator or `]` at column 4, not `)`"),
    ("(x]", "expected an operator or `)` at column 3, not `]`"),
    ("(x,y)", "expected an operator or `)` at column 3, not `,`"),
    ("x,y", "expected an operator at column 2, not `,`"),
    ("x[1][2]", "expected an operator at column 5, not `[`"),
    // Characters and numbers
    ("x#y", "unexpected character `#` at column 2"),
    ("x×y", "unexpected character `×` at column 2; write *"),
    ("x − y", "unexpected character `−` at column 3; write -"),
    ("y+x²", "unexpected character `²` at column 4; write ^2"),
    ("x=2", "unexpected character `=` at column 2; write == to compare"),
    ("x\u{7}", "unexpected character `U+7` at column 2"),
    ("x+1e400", "the number `1e400` at column 3 is too large"),
    // Names
    ("1+coz(x)", "unknown function `coz` at column 3; did you mean `cos`?"),
    ("sin(coz)", "unknown name `coz` at column 5; did you mean `cos`?"),
    ("Sin(x)", "unknown function `Sin` at column 1; did you mean `sin`?"),
    ("X^2", "unknown name `X` at column 1; did you mean `x`?"),
    ("arcsin(x)", "unknown function `arcsin` at column 1; did you mean `asin`?"),
    ("y+xz", "unknown name `xz` at column 3; write x*z"),
    (
      "i+x",
      "unknown name `i` at column 1; expected x, y, z, x[i], n, pi, e, or an index inside "
        + "sum(i,1,n,...)"
    ),
    (
      "qwerty(x)",
      "unknown function `qwerty` at column 1; expected a function such as sin, exp, sqrt, max or "
        + "sum"
    ),
    (
      "1+beale",
      "unknown name `beale` at column 3; it is a function of the catalogue, which is no "
        + "part of an expression"
    ),
    ("sin x", "the function `sin` at column 1 has no argument; write sin(...)"),
    ("x+max", "the function `max` at column 3 has no argument; write max(...)"),
    // Arguments
    ("sin(x,y)", "`sin` at column 1 takes 1 argument, not 2"),
    ("x*sin()", "`sin` at column 3 takes 1 argument, not 0"),
    ("max(x)", "`max` at column 1 takes 2 or more arguments, not 1"),
    ("pow(x,1,2)", "`pow` at column 1 takes 2 arguments, not 3"),
    ("atan2(x)", "`atan2` at column 1 takes 2 arguments, not 1"),
    ("sum()", "`sum` at column 1" + shape), ("x+sum(i,1,n)", "`sum` at column 3" + shape),
    ("sum(1,n,x[1])", "`sum` at column 1" + shape),
    ("sum(i,1,n,x[i],3)", "`sum` at column 1" + shape),
    (
      "sum(x,1,n,x)",
      "`x` at column 5 has a meaning already; "
        + "expected another name for the index, such as i, j or k"
    ),
    (
      "sum(i,1,n,prod(i,1,n,x[i]))",
      "`i` at column 16 has a meaning already; "
        + "expected another name for the index, such as i, j or k"
    ),
  ]

  static let indices = [
    ("x[0]", "the index at column 3 is 0; expected 1 to 10000000"),
    ("x[n+1]", "the index at column 3 is 3; expected 1 to n=2"),
    ("x[3]:n=2", "the index at column 3 is 3; expected 1 to n=2"),
    ("x[1.5]", "the index at column 3 is 1.5; expected a whole number"),
    ("x[0/0]", "the index at column 3 is nan; expected a whole number"),
    ("x[1e300]", "the index at column 3 is 1e+300; that is too large"),
    (
      "x[y]",
      "the index at column 3 depends on variables; expected whole numbers, n and outer indices"
    ),
    ("sum(i,0,n,x[i])", "the index at column 13 is 0 for i=0; expected 1 to n=2"),
    (
      "sum(i,1,n,sum(j,1,n,x[i+j])):n=3",
      "the index at column 23 is 4 for i=1, j=3; expected 1 to n=3"
    ),
    ("sum(i,1,n/2,x):n=3", "the last value at column 9 is 1.5; expected a whole number"),
    ("sum(i,1/2,n,x):n=3", "the first value at column 7 is 0.5; expected a whole number"),
    (
      "sum(i,1,x,x)",
      "the last value at column 9 depends on variables; "
        + "expected whole numbers, n and outer indices"
    ),
    ("sum(i,1,1e18,i)", "the last value at column 9 is 1e+18; that is too large"),
    ("x0", "`x0` at column 1 is no variable; the first is x1"),
    ("y:n=1", "`y` at column 1 is out of range; n is 1"),
    ("x1+x7:n=3", "`x7` at column 4 is out of range; n is 3"),
    (
      "x99999999999999999999",
      "`x99999999999999999999` at column 1 is out of range; n is at most 10000000"
    ),
    ("x+x[1]", "`x` at column 1 stands alone, but column 3 has x[...]; write x[1]"),
    ("x+y:n=4", "`x` at column 1 is for at most 3 variables, and n=4; write x[1]"),
    ("x5+y", "`y` at column 4 is for at most 3 variables, and n=5; write x[2]"),
  ]

  static let settings = [
    ("x:n=0", "expression: n=0 is not accepted; expected a whole number, 1 to 10000000"),
    ("x:n=2.5", "expression: n=2.5 is not accepted; expected a whole number, 1 to 10000000"),
    (
      "f(w,b)=w*b+x",
      "unknown name `x` at column 12; expected w, b, n, pi, e, or an index inside sum(i,1,n,...)"
    ),
    (
      "x:m=1",
      "unknown parameter of expression 'm'; expected one of: formula, n, minimum, start, low, high"
    ),
    ("x:n=2,n=3", "expression: 'n' is given twice"),
    ("x:n=", "'n=' in 'x:n=' is not of the form key=value"),
    ("x+y: n = 2,7", "'n=2,7' has a comma in a number; expected a point, as in n=2.7"),
    ("x:n=(2", "the parentheses of 'x:n=(2' do not balance, or nest more than 32 deep"),
    ("x:low=5", "expression: low=5 is not below high=5"),
    ("x:start=1/2", "expression: start has 2 numbers; expected 1, as n"),
    (
      "x:minimum=inf",
      "expression: minimum=inf is not accepted; expected a number in (-inf, inf)"
    ),
  ]

  @Test(arguments: syntax + indices + settings)
  func isSaid(_ text: String, _ message: String) {
    #expect(throws: SpecificationError(message)) { try ExpressionFunction(parsing: text) }
  }
}
