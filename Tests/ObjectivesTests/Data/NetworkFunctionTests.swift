import LinearAlgebra
import Specifications
import Testing

@testable import Objectives

/// Networks as functions of the catalogue.
@Suite struct NetworkFunctionTests {
  static let specifications = [
    "linear-regression", "logistic-regression:l2=0.1", "softmax-regression:data=spirals(classes=3)",
    "mlp", "mlp:l2=0.01,hidden=4/3,batch-norm=true", "mlp:activation=gelu,outputs=1",
    "mlp:activation=tanh,init=glorot-uniform,scale=2,seed=7,loss=squared",
    "mlp:data=spirals(n=30,classes=4,noise=0.2,seed=5),batch=7,sampling=with-replacement",
    "mlp:standardize=true,hidden=2",
  ]

  private static func function(_ text: String) throws -> any TestFunction & FiniteSum {
    try #require(FunctionCatalogue.function(text) as? any TestFunction & FiniteSum)
  }

  @Test(arguments: specifications)
  func printedSpecificationsGiveTheSameFunction(_ text: String) throws {
    let function = try Self.function(text)
    #expect(function.specification.description == text)
    let again = try Self.function(function.specification.description)
    #expect(again.start == function.start)
    #expect(again.value(at: function.start) == function.value(at: function.start))
  }

  /// Several blocks of examples go through the layers where there are more than a block holds: their
  /// mean is that of one example at a time.
  @Test(arguments: ["mlp:data=spirals(n=600)", "logistic-regression:data=spirals(n=513),l2=0.5"])
  func theMeanIsThatOfTheExamples(_ text: String) throws {
    let function = try Self.function(text)
    let x = function.start.map { $0 + 0.3 }
    var gradient = Vector.zeros(function.dimension)
    var value = 0.0
    for i in 0..<function.exampleCount {
      value += function.value(at: x, over: [i]) / Double(function.exampleCount)
      gradient.add(1 / Double(function.exampleCount), function.gradient(at: x, over: [i]))
    }
    expectClose([function.value(at: x)], [value], "value")
    expectClose(function.gradient(at: x), gradient, "gradient")
    expectClose(
      function.gradient(at: x, over: Array(0..<function.exampleCount)), gradient, "over all")
  }

  /// Over different numbers of examples one after another the same digits come: nothing of a pass
  /// stays behind.
  @Test(arguments: specifications)
  func passesLeaveNothingBehind(_ text: String) throws {
    let function = try Self.function(text)
    let x = function.start.map { $0 + 0.1 }
    let first = function.gradient(at: x, over: [1, 0, 2])
    _ = function.gradient(at: x)
    _ = function.gradient(at: x.map { _ in .nan })
    _ = function.hessianProduct(at: x, along: x, over: [3])
    #expect(function.gradient(at: x, over: [1, 0, 2]) == first)
  }

  /// H by n products is symmetric.
  @Test(arguments: specifications)
  func productsAreThoseOfASymmetricMatrix(_ text: String) throws {
    let function = try Self.function(text)
    let x = function.start.map { $0 + 0.2 }
    let n = function.dimension
    let columns = (0..<n).map { j in
      function.hessianProduct(at: x, along: (0..<n).map { $0 == j ? 1 : 0 })
    }
    for i in 0..<n {
      for j in 0..<i {
        #expect(abs(columns[i][j] - columns[j][i]) <= 1e-12 * (1 + abs(columns[i][j])))
      }
    }
  }

  @Test func initializationsHaveTheirVariances() throws {
    for rule in Initialization.allCases where rule != .zeros {
      let shape = NetworkShape(sizes: [300, 200, 10], isNormalized: true)
      let start = rule.parameters(shape, scale: 1.5, seed: 3)
      let weights = start[shape.layers[0].weights]
      let variance = weights.reduce(0) { $0 + $1 * $1 } / Double(weights.count)
      let wanted: Double =
        switch rule {
        case .he, .heUniform: 2.0 / 300
        case .glorot, .glorotUniform: 2.0 / 500
        case .lecun, .lecunUniform: 1.0 / 300
        case .normal, .zeros: 1
        }
      #expect(abs(variance / (2.25 * wanted) - 1) < 0.03, "\(rule)")
      #expect(start[shape.layers[0].biases].allSatisfy { $0 == 0 })
      #expect(start[shape.layers[0].scales].allSatisfy { $0 == 1 })
      #expect(start[shape.layers[0].shifts].allSatisfy { $0 == 0 })
    }
  }

  @Test(arguments: [
    ("mlp:loss=cross-entropy,outputs=3", "expected 1 or 2 outputs"),
    ("logistic-regression:data=spirals(classes=3)", "expected 3 outputs"),
    ("mlp:batch=500", "batch=500 is more than the 200 examples"),
    ("mlp:hidden=100000/100000", "parameters are too many"),
    ("mlp:data=spiral", "spirals"),
    ("mlp:activation=swish", "activation=swish"),
  ])
  func whatDoesNotFitIsRefused(_ text: String, _ message: String) throws {
    let error = #expect(throws: SpecificationError.self) { try FunctionCatalogue.function(text) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
