import LinearAlgebra
import Objectives
import Specifications
import Testing

/// Means of expressions over data, against the losses of models that say the same.
@Suite struct MeanOverExamplesTests {
  private static func mean(_ text: String) throws -> any TestFunction {
    try FunctionCatalogue.function(text)
  }

  private static let pairs = [
    ("mean((y-w*x1-b)^2,data=regression)", "linear-regression:data=regression"),
    ("mean((y-w1*x1-w2*x2-b)^2,data=regression(d=2))", "linear-regression:data=regression(d=2)"),
    (
      "mean(log(1+exp(u*x1+v*x2+b))-y*(u*x1+v*x2+b),data=moons)",
      "logistic-regression:data=moons"
    ),
  ]

  @Test(arguments: pairs)
  func agreesWithModels(_ text: String, _ other: String) throws {
    let mean = try #require(try Self.mean(text).finiteSum)
    let model = try #require(try FunctionCatalogue.function(other).finiteSum)
    #expect(mean.exampleCount == model.exampleCount)
    let x = Vector((0..<mean.dimension).map { 0.3 - 0.4 * Double($0) })
    let d = Vector((0..<mean.dimension).map { 1 + Double($0) })
    #expect(abs(mean.value(at: x) - model.value(at: x)) <= 1e-13)
    #expect(mean.gradient(at: x).minus(model.gradient(at: x)).norm <= 1e-12)
    #expect(
      mean.hessianProduct(at: x, along: d).minus(model.hessianProduct(at: x, along: d)).norm
        <= 1e-12)
    let some = [3, 0, 7, 7]
    #expect(abs(mean.value(at: x, over: some) - model.value(at: x, over: some)) <= 1e-13)
    #expect(
      mean.gradient(at: x, over: some).minus(model.gradient(at: x, over: some)).norm <= 1e-12)
    let products = [mean, model].map { $0.hessianProduct(at: x, along: d, over: some) }
    #expect(products[0].minus(products[1]).norm <= 1e-12)
  }

  /// Parameters come as they appear, or as a definition has them; indices and functions are none.
  @Test(arguments: [
    ("mean((y-slope*x1-offset)^2,data=regression)", ["slope", "offset"]),
    ("mean(f(b,w)=(y-w*x1-b)^2,data=regression)", ["b", "w"]),
    ("mean((y-a*tanh(b*x1)+sum(i,1,2,c^i))^2,data=regression)", ["a", "b", "c"]),
    ("mean((a-e)^2*pi,data=regression)", ["a"]),
  ])
  func namesThatAreNoColumnsAreParameters(_ text: String, _ names: [String]) throws {
    let function = try Self.mean(text)
    #expect(function.variableNames.own == names)
    #expect(function.dimension == names.count)
    let back = try Self.mean(function.specification.description)
    #expect(back.specification == function.specification)
  }

  @Test func columnsOfFilesHaveTheirNames() throws {
    let folder = try ScratchFiles()
    let path = try folder.write("t.csv", "time,height of 2,exp\n1,2,5\n2,3,7\n")
    let function = try Self.mean(
      "mean((height_of_2-a*time)^2,data=csv(\(path),target=height of 2))")
    #expect(function.value(at: [1]) == 1)
    #expect(function.gradient(at: [1]) == [-3])
  }

  /// (1/m) Σ r² is a sum of squares, for methods of least squares.
  @Test func squaresHaveResiduals() throws {
    let function = try Self.mean("mean((y-a*tanh(b*x1))^2+(a-1)^2,data=regression(n=9))")
    let residuals = try #require(function.sumOfSquares)
    #expect(residuals.residualCount == 18)
    let x: Vector = [0.7, -0.2]
    let r = residuals.residuals(at: x)
    #expect(abs(r.dot(r) - function.value(at: x)) <= 1e-13)
    var slope = Vector.zeros(2)
    for (row, value) in zip(residuals.jacobian(at: x), r) { slope.add(2 * value, row) }
    #expect(slope.minus(function.gradient(at: x)).norm <= 1e-12)
    #expect(try Self.mean("mean(abs(y-a*x1),data=regression)").sumOfSquares == nil)
    #expect(try Self.mean("mean((y-a*x1)^2,data=regression,batch=3)").sumOfSquares == nil)
  }

  @Test(arguments: [
    ("(y-a*tanh(b*x1)^3)^2", true), ("exp(-a*x1)+2^b", true), ("abs(y-a*x1)", false),
    ("(y-a/x1)^2", false), ("max(0,1-a*x1)", false), ("(a*x1)^-2", false),
  ])
  func smoothnessIsTold(_ loss: String, _ isSmooth: Bool) throws {
    #expect(try Self.mean("mean(\(loss))").tags.contains(.smooth) == isSmooth)
  }

  @Test func minimaMayBeGiven() throws {
    #expect(try Self.mean("mean((y-a*x1)^2)").minimum == nil)
    let given = try Self.mean("mean((y-a*x1)^2,minimum=0.5)")
    #expect(given.minimum == 0.5 && given.minimumBasis == .given)
  }

  @Test(arguments: [
    ("mean((y-a*x)^2,data=regression)", "`x` at column 6 is no column of the data"),
    ("mean((y-a*x2)^2,data=regression)", "which has x1, y"),
    ("mean((y-a*n)^2,data=regression)", "`n` at column 6 is no column"),
    ("mean((y-x1)^2,data=regression)", "expected a parameter too"),
    ("mean(f(y)=(y-x1)^2,data=regression)", "`y` is a column of the data"),
    ("mean((y-a*x1^2,data=regression)", "parenthes"),
    ("mean((y-a*sinn(x1))^2,data=regression)", "did you mean `sign`?"),
    ("mean((y-a*x1)^2,data=regresion)", "expected regression"),
    ("mean((y-a*x1-b)^2,start=1/2/3)", "start has 3 numbers; expected 1 or 2"),
    ("mean((y-a*x1-b)^2,low=5)", "low is not below high in a"),
    ("mean((y-a*x1-b)^2,batch=201)", "batch=201 is more than the 200 examples"),
  ])
  func whatIsWrongIsSaid(_ text: String, _ reason: String) {
    let error = #expect(throws: SpecificationError.self) { _ = try Self.mean(text) }
    #expect(error?.description.contains(reason) == true, "\(String(describing: error))")
  }
}
