import LinearAlgebra
import Specifications

/// The mean over examples of an expression that the user writes:
/// `mean((y-a*tanh(b*x))^2,data=points.csv)`.
///
/// Names that are columns of the data stand for the numbers of an example, features by their names
/// and the target by its own (`y` where it has none, the number of the class where there are
/// classes). All other names are the parameters θ, in the order in which they appear, or as
/// `f(b,a)=...` has them. Where the expression is a sum of squares, so is the mean. Slopes at kinks
/// are those of an `ExpressionFunction`.
public struct MeanOverExamples: FiniteSum, SampledSearch {
  public static let card = FunctionCard(
    name: "mean", title: "Mean over examples",
    formula: "1/m sum_i L(theta; columns of example i)",
    dimensionRule: "names in L that are no columns", tags: [.smooth, .leastSquares],
    source: "the user's own")
  public static let parameters: [Parameter<Self>] = [
    .expression("of", \.formula, symbol: "L", "the loss of an example"),
    .data("data", \.source, "the examples"),
    .optional(\.givenMinimum, unset: "searched", standIn: 0) { path in
      .number("minimum", path, in: .finite, "the minimum, where known")
    },
    .numbers(
      "start", \.givenStart, in: .finite, "the usual start, one number for all or one each"),
    .numbers("low", \.low, in: .finite, "lower end of the domain, one for all or one a parameter"),
    .numbers(
      "high", \.high, in: .finite, "upper end of the domain, one for all or one a parameter"),
    .batch(\.batch),
    .sampling(\.sampling),
  ]

  private static let usualFormula = "(y-a*x1-b)^2"

  /// L.
  public internal(set) var formula = Self.usualFormula
  /// Where the examples come from.
  public internal(set) var source: any DataSource = LinearData()
  /// min f; nil where it is to be searched.
  public internal(set) var givenMinimum: Double?
  /// One number for all parameters, or one each; none for the usual start.
  public internal(set) var givenStart: [Double] = []
  /// The lower ends of the domain: one for all parameters, or one each.
  public internal(set) var low = [-5.0]
  /// The upper ends: one for all parameters, or one each.
  public internal(set) var high = [5.0]
  /// Examples a step; nil for all.
  public internal(set) var batch: Int?
  /// How the examples of a step are drawn.
  public internal(set) var sampling = Minibatch.Sampling.epochs

  private(set) var model: Model
  public private(set) var usualStart: Vector = []
  public var found = FoundMinimum.notSearched

  /// A line through data that are drawn.
  public init() {
    guard let model = try? Model(Self.usualFormula, of: LinearData()) else {
      preconditionFailure("the usual expression is not accepted")
    }
    self.model = model
    usualStart = usualStart(among: 0)
  }

  public mutating func resolve() throws(SpecificationError) {
    formula = formula.singleSpaced
    model = try Model(formula, of: source)
    for (key, numbers) in [("low", low), ("high", high), ("start", givenStart)] {
      try requireLength(key, of: numbers)
    }
    for side in 0..<dimension where !(ends(low)[side] < ends(high)[side]) {
      throw SpecificationError("mean: low is not below high in \(variableNames.plain(side))")
    }
    try minibatch?.require(exampleCount, of: source, named: Self.name)
    found = .notSearched
    usualStart = usualStart(among: min(100, affordableEvaluations))
  }

  private func requireLength(
    _ key: String, of numbers: [Double]
  ) throws(SpecificationError) {
    let isOptional = key == "start" && numbers.isEmpty
    guard !isOptional, numbers.count != 1, numbers.count != dimension else { return }
    throw SpecificationError(
      "mean: \(key) has \(numbers.count) numbers; expected 1 or \(dimension), as parameters: "
        + model.names.joined(separator: ", "))
  }

  /// The expression first, without a key.
  public var specification: Specification { specification(around: [formula]) }

  public var dimension: Int { model.names.count }
  public var domain: [ClosedRange<Double>] {
    zip(ends(low), ends(high)).map { $0...$1 }
  }
  public var start: Vector {
    givenStart.isEmpty ? usualStart : ends(givenStart)
  }
  public var minimum: Double? { givenMinimum ?? found.minimum }
  public var minimumBasis: MinimumBasis { givenMinimum == nil ? found.basis : .given }
  public var minimizers: [Vector] { found.minimizers }
  /// Smooth where every operation is, for all numbers; elsewhere that is not known.
  public var tags: [FunctionTag] {
    (model.program.program.isSmooth ? [.smooth] : [])
      + (sumOfSquares == nil ? [] : [.leastSquares])
  }
  public var variableNames: VariableNames { VariableNames(model.names) }
  public var valueCost: Int { exampleCount * model.program.program.valueCost }
  public var searchCost: Int { exampleCount * model.program.program.registerCount }
  public var exampleCount: Int { model.training.rows.rows }
  public var isMeanOfExamples: Bool { true }
  public var minibatch: Minibatch? { batch.map { Minibatch(size: $0, sampling: sampling) } }
  public var finiteSum: (any FiniteSum)? { self }
  /// Of all examples; a minibatch gives no residuals.
  public var sumOfSquares: (any ResidualObjective)? {
    guard batch == nil else { return nil }
    return ExpressionSquares(of: model.program.program)
      .map { MeanResiduals(function: self, squares: $0) }
  }
}

// MARK: - The model

extension MeanOverExamples {
  /// The expression with its data.
  struct Model: Sendable {
    let program: ExampleProgram
    /// The training part, and the others by the names of their figures.
    let training: Part
    let watched: [(name: String, part: Part)]

    var names: [String] { program.parameterNames }

    init(_ formula: String, of source: any DataSource) throws(SpecificationError) {
      let parts = try source.parts()
      let program = try ExampleProgram(formula, over: parts.training)
      self.program = program
      training = Part(program.rows(of: parts.training))
      watched = [("validation loss", parts.validation), ("test loss", parts.test)]
        .compactMap { name, part in part.map { (name, Part(program.rows(of: $0))) } }
    }
  }

  /// What the program reads of some examples.
  struct Part: Sendable {
    let rows: Matrix
    /// The numbers of all.
    let numbers: [Int]

    init(_ rows: Matrix) {
      self.rows = rows
      numbers = Array(0..<rows.rows)
    }
  }

  public func value(at x: Span<Double>) -> Double {
    value(at: x, over: model.training.numbers.span)
  }

  public func gradient(at x: Span<Double>, into gradient: inout MutableSpan<Double>) -> Double {
    self.gradient(at: x, over: model.training.numbers.span, into: &gradient)
  }

  public func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, into product: inout MutableSpan<Double>
  ) {
    hessianProduct(at: x, along: d, over: model.training.numbers.span, into: &product)
  }

  public func value(at x: Span<Double>, over examples: Span<Int>) -> Double {
    model.program.mean(x, of: model.training.rows, over: examples)
  }

  public func gradient(
    at x: Span<Double>, over examples: Span<Int>, into gradient: inout MutableSpan<Double>
  ) -> Double {
    model.program.differentiate(x, of: model.training.rows, over: examples, into: &gradient)
  }

  /// One pass at θ + d δ.
  public func hessianProduct(
    at x: Span<Double>, along d: Span<Double>, over examples: Span<Int>,
    into product: inout MutableSpan<Double>
  ) {
    var point: [Dual<Double>] = []
    for j in 0..<x.count { point.append(Dual(x[j], d[j])) }
    var gradient = [Dual<Double>](repeating: 0, count: x.count)
    var span = gradient.mutableSpan
    _ = model.program.differentiate(
      point.span, of: model.training.rows, over: examples, into: &span)
    for j in 0..<x.count { product[j] = gradient[j].derivative }
  }

  public var figureNames: [String] { model.watched.map(\.name) }

  public func figures(at x: Vector) -> [Double] {
    model.watched.map {
      model.program.mean(x.span, of: $0.part.rows, over: $0.part.numbers.span)
    }
  }
}

/// The residuals of every example after another, over √m.
private struct MeanResiduals: ResidualsOf, ScalarResiduals {
  let function: MeanOverExamples
  let squares: ExpressionSquares

  var residualCount: Int { function.exampleCount * squares.count }

  func writeResiduals<S: Scalar>(_ x: Span<S>, into residuals: inout MutableSpan<S>) {
    let share = S(1 / Double(function.exampleCount).squareRoot())
    var one = [S](repeating: 0, count: squares.count)
    var all: [S] = []
    all.reserveCapacity(residualCount)
    function.model.program.run(x, on: function.model.training.rows) { _, registers in
      var span = one.mutableSpan
      squares.write(registers, into: &span)
      all += one
    }
    for i in all.indices { residuals[i] = share * all[i] }
  }
}
