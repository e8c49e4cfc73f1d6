import LinearAlgebra
import Objectives
import RealModule
import Specifications
import Testing

/// Ties, pieces, comparisons and the functions that came with them.
@Suite struct ExpressionPieceTests {
  /// The gradient at a tie is the mean over all that tie, whatever the nesting.
  @Test(
    arguments: [
      ("min(x,y,z)", [1, 1, 1], [1.0 / 3, 1.0 / 3, 1.0 / 3]),
      ("min(min(x,y),z)", [1, 1, 1], [1.0 / 3, 1.0 / 3, 1.0 / 3]),
      ("max(x,(max(y,z)))", [1, 1, 1], [1.0 / 3, 1.0 / 3, 1.0 / 3]),
      ("min(x,y,z)", [1, 1, 2], [0.5, 0.5, 0]), ("min(x,y,z)", [2, 1, 1], [0, 0.5, 0.5]),
      ("max(x,y,z)", [1, 2, 1], [0, 1, 0]), ("min(1,x,y,z)", [1, 1, 2], [1.0 / 3, 1.0 / 3, 0]),
      ("max(x,y,x,z)", [1, 1, 1], [0.5, 0.25, 0.25]),
      ("max(min(x,y),z)", [1, 1, 1], [0.25, 0.25, 0.5]),
      ("min(max(x,y),max(z,x))", [1, 1, 1], [0.5, 0.25, 0.25]),
    ] as [(String, Vector, Vector)])
  func tiesAreMeans(_ text: String, _ x: Vector, _ slopes: Vector) throws {
    let function = try ExpressionFunction(parsing: text)
    expectClose(function.gradient(at: x), slopes, tolerance: 4e-16, text)
    let forward = x.indices.map { i in
      let point = x.indices.map { Dual<Double>(x[$0], $0 == i ? 1 : 0) }
      return function.evaluate(point.span).derivative
    }
    expectClose(forward, slopes, tolerance: 4e-16, "\(text), forward")
  }

  /// The Hessian is the mean of the Hessians of all that tie.
  @Test func hessiansAtTiesAreMeans() throws {
    let function = try ExpressionFunction(parsing: "max(x^2,min(y^2,9),x*y,2-x)")
    let hessian = function.hessian(at: [1, 1]).rows.flatMap { $0 }
    // x², y², x y and 2 − x, a quarter each.
    expectClose(hessian, [0.5, 0.25, 0.25, 0.5], tolerance: 4e-16, "at (1, 1)")
    expectClose(function.gradient(at: [1, 1]), [0.5, 0.75], tolerance: 4e-16, "at (1, 1)")
  }

  @Test(
    arguments: [
      ("if(x<0,-x,x^2)", -2, 2, -1), ("if(x<0,-x,x^2)", 3, 9, 6), ("if(x<=0,-x,x^2)", 0, 0, -1),
      ("if(0<x<1,x^2,5)", 0.5, 0.25, 1), ("if(0<x<1,x^2,5)", 2, 5, 0),
      ("if(x==1,7,x)", 1, 7, 0), ("if(x!=1,7,3*x)", 1, 3, 3), ("if((x>0)*(x<2),x^3,0)", 1, 1, 3),
      ("(x>=1)*x^2", 1, 1, 2), ("(x>1)*x^2", 1, 0, 0), ("if(x,1/x,5)", 0, 5, 0),
      ("if(x>0,log(x),0)", -1, 0, 0), ("if(x>0,sqrt(x),-x)", 0, 0, -1),
      ("sum(i,1,3,if(i<3,x^i,0))", 2, 6, 5), ("if(1<2,x,0/0)", 4, 4, 1),
    ] as [(String, Double, Double, Double)])
  func pieces(_ text: String, _ x: Double, _ value: Double, _ slope: Double) throws {
    let function = try ExpressionFunction(parsing: text)
    #expect(function.value(at: [x]) == value)
    #expect(function.gradient(at: [x]) == [slope])
  }

  /// Only the piece that is taken is compiled where the index decides.
  @Test func indicesChoosePieces() throws {
    let function = try ExpressionFunction(parsing: "sum(i,1,n,if(i<n,(x[i+1]-x[i])^2,x[i]^2)):n=3")
    #expect(function.value(at: [1, 3, 6]) == 4 + 9 + 36)
  }

  /// Values and two derivatives by mpmath with 40 digits.
  static let smooth: [(x: Double, erf: Vector, sigmoid: Vector)] = [
    (
      -2.5, [-0.99959304798255504, 0.0021782842303527097, 0.010891421151763549],
      [0.075858180021243551, 0.070103716545108157, 0.059467835845434068]
    ),
    (
      -0.3, [-0.32862675945912742, 1.0312609096189631, 0.61875654577137781],
      [0.42555748318834102, 0.24445831169074587, 0.036396183955576243]
    ),
    (
      0.0, [0.0, 1.1283791670955126, 0.0],
      [0.5, 0.25, 0.0]
    ),
    (
      1e-09, [1.1283791670955126e-9, 1.1283791670955126, -2.2567583341910253e-9],
      [0.50000000025, 0.25, -1.2500000000000001e-10]
    ),
    (
      0.5, [0.52049987781304654, 0.87878257893544479, -0.87878257893544479],
      [0.62245933120185456, 0.23500371220159449, -0.057556794852320741]
    ),
    (
      3.0, [0.99997790950300141, 0.00013925305194674785, -0.00083551831168048712],
      [0.95257412682243322, 0.045176659730912133, -0.040891574660943479]
    ),
  ]

  @Test(arguments: smooth.indices)
  func errorFunctionAndSigmoid(_ i: Int) throws {
    let (x, erf, sigmoid) = Self.smooth[i]
    for (text, expected) in [("erf(x)", erf), ("sigmoid(x)", sigmoid)] {
      let function = try ExpressionFunction(parsing: text)
      let ours = [
        function.value(at: [x]), function.gradient(at: [x])[0],
        function.hessianProduct(at: [x], along: [1])[0],
      ]
      // The second derivative of the sigmoid passes through 0 at 0, as a difference of numbers
      // near its first: there it is right to the digits of that.
      let scales = [expected[0], expected[1], max(abs(expected[1]), abs(expected[2]))]
      for (k, scale) in scales.enumerated() {
        #expect(abs(ours[k] - expected[k]) <= 4e-15 * abs(scale), "\(text) at \(x): \(ours)")
      }
    }
  }

  /// The slope of the sigmoid keeps its digits where its value is 1; by mpmath.
  @Test func sigmoidFarOut() throws {
    let function = try ExpressionFunction(parsing: "sigmoid(x)")
    let slope = 4.248354255291589e-18
    #expect(abs(function.gradient(at: [40])[0] - slope) <= 1e-15 * slope)
    #expect(function.gradient(at: [1000]) == [0] && function.gradient(at: [-1000]) == [0])
  }

  /// By `numpy.mod`, `numpy.round` and `math.log` of numpy 2 and Python 3.
  @Test(
    arguments: [
      ("mod(5.5,2)", 1.5), ("mod(-5.5,2)", 0.5), ("mod(5.5,-2)", -0.5), ("mod(-5.5,-2)", -1.5),
      ("mod(6,3)", 0), ("mod(7,1/0)", 7), ("mod(-7,1/0)", .infinity), ("mod(1,0)", .nan),
      ("round(0.5)", 0), ("round(1.5)", 2), ("round(-1.5)", -2), ("round(2.4999)", 2),
      ("log(8,2)", 3), ("log(1000,10)", 3), ("log(5,e)", 1.6094379124341003),
      ("log(10,3)", 2.095903274289385), ("log(9,3)", 2), ("π", .pi),
    ] as [(String, Double)])
  func known(_ text: String, _ value: Double) throws {
    let folded = try ExpressionFunction(parsing: text).value(at: [0])
    #expect(folded == value || folded.isNaN && value.isNaN, "\(folded)")
    // The same where it is computed in each evaluation.
    let numbers = text.replacing("(", with: "(x+").replacing("(x+1/0", with: "(x+1/0")
    let computed = try ExpressionFunction(parsing: numbers).value(at: [0])
    #expect(computed == value || computed.isNaN && value.isNaN, "\(numbers): \(computed)")
  }

  @Test func slopesOfTheModulus() throws {
    let function = try ExpressionFunction(parsing: "mod(x,y)^2+round(x)")
    #expect(function.gradient(at: [-5.5, 2]) == [1, 3])
    #expect(function.hessian(at: [-5.5, 2]).rows == [[2, 6], [6, 18]])
  }

  /// Where there is no value there is no slope.
  @Test func modulusOfZeroHasNoSlope() throws {
    let function = try ExpressionFunction(parsing: "mod(x,y)")
    let slopes = function.gradient(at: [1, 0])
    #expect(slopes[0].isNaN && slopes[1].isNaN, "\(slopes)")
  }
}

// MARK: - Hints

extension ExpressionPieceTests {
  @Test(arguments: [
    ("x<0 ? 1 : 2", "unexpected character `?` at column 5; write if(condition,a,b)"),
    ("x≤0", "unexpected character `≤` at column 2; write <="),
    ("x%2", "unexpected character `%` at column 2; write mod(a,b)"),
    (
      "|x|",
      "unexpected character `|` at column 1; write abs(x), or max(a,b) for either of two"
    ),
    (
      "if(x<0,1)",
      "`if` at column 1 takes a condition and two values, as in if(x<0,-x,x^2), not 2"
    ),
    ("log(x,2,3)", "`log` at column 1 takes 1 or 2 arguments, not 3"),
    (
      "x10080",
      "the expression has 10080 variables by its largest index; more than 1000 are made only "
        + "where n is given: write :n=10080"
    ),
    ("f(w,n)=w", "`n` at column 5 has a meaning already; expected another name for the variable"),
    ("f(w,w)=w", "`w` at column 5 has a meaning already; expected another name for the variable"),
    ("f(w,2)=w", "expected the name of a variable at column 5, not `2`"),
    ("f(w,b)=w+b:n=3", "the expression names 2 variables, and n=3"),
    ("x+y:low=-1/0/1", "expression: low has 3 numbers; expected 1 or 2, as n"),
    ("x+y:low=-1/6", "expression: low=6 is not below high=5"),
  ])
  func areSaid(_ text: String, _ message: String) {
    #expect(throws: SpecificationError(message)) { try FunctionCatalogue.function(text) }
  }

  @Test func manyVariablesAreMadeWhereTheyAreAskedFor() throws {
    #expect(try ExpressionFunction(parsing: "x1500:n=1500").dimension == 1500)
    #expect(try ExpressionFunction(parsing: "x1000").dimension == 1000)
  }
}

// MARK: - Names and ranges

extension ExpressionPieceTests {
  @Test(arguments: [
    "f(w,b)=(w-1)^2+3*b^2", "loss(y,x)=(y-1)^2+3*x^2", "f ( w , b ) = (w-1)^2+3*b^2",
  ])
  func ownNames(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    #expect(function.dimension == 2 && function.variableNames.own.count == 2)
    #expect(function.value(at: [3, 2]) == 16)
    #expect(function.gradient(at: [3, 2]) == [4, 12])
    let printed = function.specification.description
    #expect(printed == text)
    let again = try FunctionCatalogue.function(printed)
    #expect(again.variableNames == function.variableNames)
    #expect(try FunctionCatalogue.function("noisy(\(text),sigma=0)").value(at: [3, 2]) == 16)
  }

  @Test func namesThatAreNotUsedCount() throws {
    let function = try ExpressionFunction(parsing: "f(a,b,c)=sum(i,1,n,i*a^2)")
    #expect(function.dimension == 3 && function.value(at: [1, 0, 0]) == 6)
    #expect(try ExpressionFunction(parsing: "x+y").variableNames == .numbered)
  }

  @Test func rangesOfEachCoordinate() throws {
    let function = try ExpressionFunction(parsing: "x^2+y^2:low=-1/0,high=5/3")
    #expect(function.domain == [-1...5, 0...3])
    #expect(function.specification.description == "x^2+y^2:low=-1/0,high=5/3")
    #expect(try ExpressionFunction(parsing: "x+y:low=-1").domain == [-1...5, -1...5])
  }
}

// MARK: - Sums of squares

extension ExpressionPieceTests {
  @Test(arguments: [
    ("(1-x)^2+100*(y-x^2)^2", 2), ("(x^2+y-11)^2+(x+y^2-7)^2", 2), ("x^4/4+y^2+3", 3),
    ("2*((x-y)^2+3*(x+y)^2)/5", 2), ("x^2+x^2+y^18", 2), ("f(w,b)=sum(i,1,3,(w*i+b-i^2)^2)", 3),
    ("exp(x)^2+sin(y)^2", 2),
  ])
  func residuals(_ text: String, _ count: Int) throws {
    let function = try ExpressionFunction(parsing: text)
    let sum = try #require(function.sumOfSquares)
    #expect(sum.residualCount == count && function.tags == [.leastSquares])
    for x in [[0.3, -1.2], [1.7, 0.4]] {
      let r = sum.residuals(at: x)
      let value = function.value(at: x)
      #expect(abs(r.dot(r) - value) <= 4e-15 * value, "\(text) at \(x)")
      let rows = sum.jacobian(at: x)
      let slopes = (0..<2).map { j in 2 * zip(rows, r).map { $0[j] * $1 }.reduce(0, +) }
      expectClose(slopes, function.gradient(at: x), tolerance: 1e-14, text)
    }
  }

  @Test(arguments: [
    "x^2-y^2", "x+y^2", "x^3", "(x-1)^2*(y-1)^2*x", "x^2-1", "abs(x)", "5", "-(x^2)", "x^2+y",
    "-2*x^2+y^2", "x^-2-y^2", "min(x^2,y^2)",
  ])
  func noSumOfSquares(_ text: String) throws {
    let function = try ExpressionFunction(parsing: text)
    #expect(function.sumOfSquares == nil && function.tags.isEmpty)
  }
}
