import LinearAlgebra
import Objectives
import Specifications
import Testing

/// Specifications of expressions, and what the catalogue takes for one.
@Suite struct ExpressionSpecificationTests {
  @Test(arguments: [
    "x^2+y^2", "x", "2", "x-y", "100*(y-x^2)^2+(1-x)^2", "sum(i,1,n,x[i]^2):n=5",
    "(x+1)*(y-2):low=-2,high=3", "x^2+y^2:minimum=0,start=1/-2.5", "-x^2", "exp(x)+max(x,y,z)",
    "sum(i,1,n,x[i]^2):n=3,minimum=1e-300,start=1/2/3,low=-1,high=0", "pi",
  ])
  func printsWhatItParsed(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function is ExpressionFunction)
    #expect(function.specification.description == text)
    let again = try FunctionCatalogue.function(function.specification)
    #expect(again.specification.description == text)
    #expect(again.start == function.start && again.domain == function.domain)
    #expect(again.minimum == function.minimum)
  }

  @Test(arguments: [
    ("  x ^ 2\t+\n y ", "x ^ 2 + y"), ("x+y: low = -5 , n=2", "x+y:n=2"), ("x:", "x"),
  ])
  func spacesAreTrimmed(_ text: String, _ printed: String) throws {
    #expect(try FunctionCatalogue.function(text).specification.description == printed)
  }

  /// A text that is both a specification and an expression.
  @Test func argumentsAreThoseOfTheExpression() throws {
    let text = "sum(i, 1, n, x[i]^2):n=4,low=-1"
    let specification = try Specification(parsing: text)
    let function = try FunctionCatalogue.function(specification)
    #expect(function.dimension == 4)
    #expect(function.value(at: [1, 2, 3, 4]) == 30)
    #expect(function.domain == Array(repeating: -1...5, count: 4))
  }

  @Test(arguments: [
    ("3", 1), ("x", 1), ("y^2", 2), ("x+z", 3), ("x4", 4), ("x[3]", 3), ("x[1+4]", 5),
    ("sum(i,1,4,x[i])", 4), ("sum(i,1,n,x[i])", 2), ("n", 2), ("n*x[3]", 3), ("x+0*n", 2),
    ("sum(i,2,n,x[i])+x7", 7), ("x*y:n=3", 3), ("sum(i,1,3,sum(j,1,3,x[i*j]))", 9),
  ])
  func numberOfVariables(_ text: String, _ n: Int) throws {
    #expect(try ExpressionFunction(parsing: text).dimension == n)
  }

  @Test(arguments: [
    "x", "x-y", "2*x", "e-x", "n", "x1", "x(y)", "2x", "xy", "sin", "sin(x)", "cso(x)", "coz(x)",
    "sum(i,1,n,x[i])", "(x)", "-x", "x^2:n=2", "x y", "x0", "1e400", "foo(x)", "min(x,y)", "é+1",
    "beale^2", "1+rosenbrock", "X+Y",
  ])
  func isReadAsAnExpression(_ text: String) {
    do {
      #expect(try FunctionCatalogue.function(text) is ExpressionFunction)
    } catch {
      #expect(!error.description.hasPrefix("unknown function '"), "\(error)")
    }
  }

  @Test(arguments: [
    ("rosenbrok", "unknown function 'rosenbrok'; did you mean rosenbrock?"),
    ("rosenbrok:n=3", "unknown function 'rosenbrok'; did you mean rosenbrock?"),
    ("rosenbrok(n=3)", "unknown function 'rosenbrok'; did you mean rosenbrock?"),
    ("himelblau(1,2)", "unknown function 'himelblau'; did you mean himmelblau?"),
    ("three-hump-camle", "unknown function 'three-hump-camle'; did you mean three-hump-camel?"),
    ("Beale", "unknown function 'Beale'; did you mean beale?"),
    ("rosenbrock:m=3", "unknown parameter of rosenbrock 'm'; expected one of: n, start"),
    ("booth(x)", "booth takes at most 0 arguments: 'booth(x)'"),
    ("", "'' does not begin with a name; expected name:key=value,key=value"),
    (":n=2", "':n=2' does not begin with a name; expected name:key=value,key=value"),
    ("coz(x)", "unknown function `coz` at column 1; did you mean `cos`?"),
  ])
  func theCatalogueSaysWhatIsWrong(_ text: String, _ message: String) {
    #expect(throws: SpecificationError(message)) { try FunctionCatalogue.function(text) }
  }

  /// A word that calls a function of the catalogue was meant to be one.
  @Test(arguments: ["qwertz", "qwertz(rosenbrock,sigma=0.1)", "nossy(beale:n=2)"])
  func unknownWordsAreUnknownFunctions(_ text: String) {
    let error = #expect(throws: SpecificationError.self) { try FunctionCatalogue.function(text) }
    #expect(error?.description.hasPrefix("unknown function '") == true)
  }

  @Test func tableShowsTheDefaults() {
    let table = ExpressionFunction.parameterTable
    #expect(table.map(\.name) == ["formula", "n", "minimum", "start", "low", "high"])
    #expect(table.map(\.default) == ["0", "as used", "searched", "", "-5", "5"])
    let zero = ExpressionFunction()
    #expect(zero.dimension == 1 && zero.value(at: [3]) == 0 && zero.gradient(at: [3]) == [0])
  }

  @Test(
    arguments: [
      ("x+y", [-2, 1.5]), ("x+y:low=0,high=10", [3, 6.5]), ("x^2:start=7", [7]),
      ("x+y:start=0/1e3", [0, 1000]), ("x+y+z:start=1", [1, 1, 1]),
    ] as [(String, Vector)])
  func starts(_ text: String, _ start: Vector) throws {
    #expect(try ExpressionFunction(parsing: text).start == start)
  }

  /// Where the usual start is outside the formula's reach another one is taken.
  @Test(arguments: ["log(x)", "sqrt(x*y)+sqrt(x)", "1/(x+2)", "acosh(x-3)", "(x-4.5)^0.5*log(y-4)"])
  func startsAreFinite(_ text: String) throws {
    let function = try ExpressionFunction(parsing: text)
    #expect(function.value(at: function.start).isFinite)
    #expect(function.gradient(at: function.start).isFinite)
  }
}
