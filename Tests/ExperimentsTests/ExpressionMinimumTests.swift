import Experiments
import LinearAlgebra
import Objectives
import RandomInputs
import Specifications
import Testing

/// What the search for the minimum of an expression finds, and what it does not claim.
@Suite struct ExpressionMinimumTests {
  private func searched(_ text: String) throws -> ExpressionFunction {
    try #require(FunctionName.function(text) as? ExpressionFunction)
  }

  @Test(
    arguments: [
      ("x^2+y^2", 0, [[0, 0]]), ("(x-1)^2+3", 3, [[1]]), ("(x-0.25)^2", 0, [[0.25]]),
      ("100*(y-x^2)^2+(1-x)^2", 0, [[1, 1]]),
      (
        "(x^2+y-11)^2+(x+y^2-7)^2", 0,
        [
          [3, 2], [3.5844283403304917, -1.8481265269644036],
          [-2.805118086952745, 3.131312518250573], [-3.779310253377747, -3.2831859912861696],
        ]
      ),
      (
        "sum(i,1,n,x[i]^4-16*x[i]^2+5*x[i])/2", -78.33233140754283,
        [[-2.903534027771177, -2.903534027771177]]
      ),
      (
        "sum(i,1,n,x[i]^4-16*x[i]^2+5*x[i])/2:n=4", -156.66466281508566,
        [[-2.903534027771177, -2.903534027771177, -2.903534027771177, -2.903534027771177]]
      ),
      ("10*n+sum(i,1,n,x[i]^2-10*cos(2*pi*x[i]))", 0, [[0, 0]]),
      ("20+e-20*exp(-0.2*sqrt((x^2+y^2)/2))-exp((cos(2*pi*x)+cos(2*pi*y))/2)", 0, [[0, 0]]),
      ("x^4+y^4", 0, [[0, 0]]), ("(x^2-1)^4+y^2", 0, [[-1, 0], [1, 0]]),
      ("abs(x-0.3)+abs(y)", 0, [[0.3, 0]]), ("max(abs(x+y-1),abs(x-y))", 0, [[0.5, 0.5]]),
      ("sqrt(x^2+y^2)-2", -2, [[0, 0]]),
      ("x*log(x)", -0.36787944117144233, [[0.36787944117144233]]),
      ("(x-20)^2+y^2", 0, [[20, 0]]), ("abs(x-1e4)", 0, [[1e4]]),
      ("x^2+2*x:low=100,high=200", -1, [[-1]]),
      ("1e6*(x-1e-4)^2+(y+1e-4)^2:low=-1e-3,high=1e-3", 0, [[1e-4, -1e-4]]),
      ("(x-3e5)^2+(y+2e5)^2:low=-1e6,high=1e6", 0, [[3e5, -2e5]]),
      ("x^2:low=-1e200,high=1e200", 0, [[0]]), ("x^2:low=-5e-324,high=5e-324", 0, [[0]]),
      ("cosh(x)", 1, [[0]]),
      ("-cos(x)*cos(y)*exp(-(x-pi)^2-(y-pi)^2):low=-20,high=20", -1, [[.pi, .pi]]),
    ] as [(String, Double, [Vector])])
  func isFound(_ text: String, _ minimum: Double, _ minimizers: [Vector]) throws {
    let function = try searched(text)
    #expect(function.minimumBasis == .searched)
    let found = try #require(function.minimum)
    #expect(abs(found - minimum) <= 1e-15 * max(1, abs(minimum)) * 4, "\(found)")
    #expect(function.minimizers.count == minimizers.count)
    for x in minimizers {
      let distance = function.minimizers.map { other in
        zip(x, other).map { abs($0 - $1) }.largestMagnitude
      }
      let nearest = distance.min() ?? .infinity
      #expect(nearest <= 4e-15 * max(1, x.largestMagnitude), "\(function.minimizers)")
    }
  }

  @Test(arguments: [
    "x+y", "x", "-x^2", "x^2-y^2", "x^3-3*x*y^2", "x^3-3*x", "-abs(x)", "log(x)", "-1/x^2",
    "-sqrt(x)", "min(x,0)", "x-exp(x)", "x*y", "y/x",
  ])
  func isUnbounded(_ text: String) throws {
    let function = try searched(text)
    #expect(function.minimum == nil && function.minimizers.isEmpty)
    #expect(function.minimumBasis == .unbounded)
  }

  /// An infimum far away that is not taken, and poles.
  @Test(arguments: [
    "exp(-x)", "exp(-x)+y^2", "atan(x)", "1/x^2", "1/x", "cos(3*pi*x)/x", "1/(x-0.3)^3",
    "x^2+y^2+1/(x-y)", "tan(x)", "x^4-1e40*x^2",
  ])
  func lowerElsewhereIsSaid(_ text: String) throws {
    let function = try searched(text)
    #expect(function.minimum == nil && function.minimizers.isEmpty)
    #expect(function.minimumBasis == .away)
  }

  /// No number at all where it was looked for.
  @Test(arguments: ["0/0", "log(x-10)"])
  func nothingIsClaimedOfNoNumbers(_ text: String) throws {
    let function = try searched(text)
    #expect(function.minimum == nil && function.minimizers.isEmpty)
    #expect(function.minimumBasis == .unknown)
  }

  /// Where f is as low at points that are not listed, this is said; those listed lie about the
  /// domain, and one is nearest the origin.
  @Test(
    arguments: [
      ("0*x+0*y+5", [0, 0]), ("0*x+y^2", [0, 0]), ("x^2/(1+y^2)", [0, 0]), ("max(abs(x)-1,0)", [0]),
      ("sin(2*-x)*cos(1.5*y)", [.pi / 4, 0]), ("sin(20*x)", [-.pi / 40]),
    ] as [(String, Vector)])
  func moreThanAreListedIsSaid(_ text: String, _ nearest: Vector) throws {
    let function = try searched(text)
    #expect(function.minimumBasis == .searched && function.hasMoreMinimizers)
    let first = try #require(function.minimizers.first)
    #expect(zip(first, nearest).allSatisfy { abs($0 - $1) <= 1e-7 }, "\(first)")
    for x in function.minimizers { #expect(x.largestMagnitude <= 10, "\(x)") }
  }

  @Test(arguments: [
    "x^2+y^2", "(x^2+y-11)^2+(x+y^2-7)^2", "abs(x)+abs(y)", "x^4+y^4", "(x-20)^2+y^2",
  ])
  func allThatThereAreIsNotMore(_ text: String) throws {
    #expect(try !searched(text).hasMoreMinimizers)
  }

  /// Excesses of runs from different starts are over one minimum, found or not.
  @Test(arguments: ["x^2/100-exp(-1000*(x-7.3)^2)*3", "sin(3*x)*cos(5*x)+x^2/10", "x^3-3*x"])
  func theStartDoesNotMatter(_ text: String) throws {
    let usual = try searched(text)
    for start in ["7.3", "-4", "1e9"] {
      let other = try searched("\(text):start=\(start)")
      #expect(other.minimum == usual.minimum && other.minimizers == usual.minimizers)
    }
  }

  @Test func isTheSameEveryTime() throws {
    let text = "sin(3*x)*cos(5*y)+(x^2+y^2)/10"
    let (first, second) = try (
      searched(text), searched(text)
    )
    #expect(first.minimum == second.minimum && first.minimizers == second.minimizers)
  }

  @Test func theUsersWordCounts() throws {
    let right = try searched("(x-1)^2:minimum=0")
    #expect(right.minimum == 0 && right.minimumBasis == .given && right.minimizers == [[1]])
    let other = try searched("(x-1)^2:minimum=-1")
    #expect(other.minimum == -1 && other.minimumBasis == .given && other.minimizers.isEmpty)
    let open = try searched("exp(-x):minimum=0")
    #expect(open.minimum == 0 && open.minimumBasis == .given && open.minimizers.isEmpty)
  }

  /// Nothing of 2000 other points lies lower.
  @Test(arguments: [
    "sin(3*x)*cos(5*y)+(x^2+y^2)/10", "abs(x-y)^0.5+abs(x+y-1)", "x^2+y^2+25*(sin(x)^2+sin(y)^2)",
    "(x^6+y^4-17)^2+(2*x+y-4)^2", "-exp(-(x-2)^2-(y+3)^2)-2*exp(-10*(x+1)^2-10*(y-2)^2)",
  ])
  func nothingLiesBelow(_ text: String) throws {
    let function = try searched(text)
    let minimum = try #require(function.minimum)
    var random = RandomStream(seed: 5)
    for _ in 0..<2000 {
      let x = function.domain.map { Double.random(in: $0, using: &random) }
      #expect(function.value(at: x) >= minimum)
    }
  }

  /// What is found is f at the points that are named, whatever is written.
  @Test func randomExpressions() throws {
    var source = RandomExpression(seed: 42)
    for _ in 0..<60 {
      let text = source.expression(Int.random(in: 1...8, using: &source.random))
      let function = try ExpressionFunction(parsing: text).searched()
      #expect(function.minimum?.isFinite != false)
      for x in function.minimizers {
        let minimum = try #require(function.minimum)
        #expect(abs(function.value(at: x) - minimum) <= 1e-9 * max(1, abs(minimum)))
      }
      let again = try FunctionCatalogue.function(function.specification).searched()
      #expect(again.minimum == function.minimum && again.minimizers == function.minimizers)
    }
  }

  @Test func manyVariables() throws {
    let function = try searched("sum(i,1,n,i*x[i]^2):n=20000")
    #expect(function.minimumBasis == (function.minimum == nil ? .unknown : .searched))
  }

  /// Fewer evaluations than a search needs may be spent on 150,000 operations each.
  @Test func whatCostsTooMuchIsNotClaimed() throws {
    let function = try searched("sum(i,1,50000,(x-i)^2)")
    #expect(function.minimum == nil && function.minimumBasis == .unknown)
  }
}

// MARK: - Who is told

extension ExpressionMinimumTests {
  /// A function knows only what it was told, also where another expression takes its place.
  @Test func nothingIsKnownUntold() throws {
    let function = try ExpressionFunction(parsing: "(x-1)^2")
    #expect(function.minimum == nil && function.minimizers.isEmpty)
    #expect(function.minimumBasis == .notSearched)
    var told = try searched("(x-1)^2")
    #expect(told.minimum == 0)
    try told.assign(Specification(name: "expression", settings: [.init(key: "low", value: "0")]))
    #expect(told.minimum == nil && told.minimumBasis == .notSearched)
  }

  /// (x − 1)² + 3 at the x and with the factor that the wrappers make of it.
  @Test(
    arguments: [
      ("noisy((x-1)^2+3,sigma=0.5)", 3, [1]), ("shift((x-1)^2+3,by=2)", 3, [3]),
      ("scale((x-1)^2+3,x=4,value=2)", 6, [4]), ("condition((x-1)^2+3)", 3, [1]),
      ("shift(scale((x-1)^2+3,value=0.5),by=-1)", 1.5, [0]),
      ("rotate((x-1)^2+y^2+3,angle=90)", 3, [0, 1]),
    ] as [(String, Double, Vector)])
  func functionsInsideWrappersAreTold(
    _ text: String, _ minimum: Double, _ minimizer: Vector
  ) throws {
    #expect(try FunctionCatalogue.function(text).minimumBasis == .notSearched)
    let function = try FunctionName.function(text)
    #expect(function.minimum == minimum && function.minimumBasis == .searched)
    let found = try #require(function.minimizers.first)
    #expect(zip(found, minimizer).allSatisfy { abs($0 - $1) <= 1e-15 }, "\(found)")
    #expect(try function.specification == FunctionCatalogue.function(text).specification)
  }
}
