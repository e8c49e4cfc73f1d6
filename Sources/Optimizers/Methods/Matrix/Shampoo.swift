import LinearAlgebra
import RealModule
import Specifications

/// Shampoo, AdaGrad with its full matrix in factored form, for variables that are a matrix.
/// ``card`` has the formula, the references and what differs from them.
public struct Shampoo: MatrixSettings, DecayingSettings {
  public static let card = OptimizerCard(
    name: "shampoo", title: "Shampoo", order: .first,
    invariances: [.rotation],
    formula: "L ← L + G Gᵀ, R ← R + Gᵀ G, X ← X − ε L^(−1/4) G R^(−1/4)",
    reference: "Gupta, Koren and Singer 2018, arXiv:1802.09568, algorithm 1",
    notes: [
      "Without rows and columns x is a vector, of at most 1000 variables, and the step is "
        + "L^(−1/2) g: AdaGrad with its full matrix, of which Shampoo is the factored form. With "
        + "columns=1 R is a number.",
      "The method is that of the paper, as in pytorch_optimizer: sums and no averages, and no "
        + "grafting of the step sizes of other methods.",
      "A factorization of both matrices takes 10 (rows³ + columns³) operations or so.",
      "With epsilon=0 directions without any gradient are not moved.",
      "Where the sums overflow, the step is NaN.",
    ])
  public static let presets: [Preset<Self>] = [.pytorchOptimizer { $0.learningRate = 0.001 }]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "L and R begin as this times I"),
      .integer("interval", \.interval, in: 1...Int.max, "steps between two factorizations")
        .aliased("frequency"),
    ] + shapeParameters + decayParameters

  public var learningRate: Rate = 0.1
  /// δ ≥ 0: L and R begin as this times I.
  public var epsilon = 1e-6
  /// Steps between two factorizations, ≥ 1.
  public var interval = 1
  public var shape = MatrixShape()
  public var decay = WeightDecay()
  public var keepsSquares: Bool { true }

  public init() {}

  public struct Method: RatedMethod {
    public let refusal: Halt?
    public var state: RunState<Shampoo>
    private let shape: FittedShape
    private var left: PowerOfSum
    private var right: PowerOfSum

    public init(_ settings: Shampoo, dimension: Int) {
      shape = settings.fittedShape(dimension)
      refusal = shape.refusal
      state = RunState(settings, dimension: dimension)
      left = PowerOfSum(order: shape.rows, epsilon: settings.epsilon)
      let isMatrix = settings.shape.isGiven
      right = PowerOfSum(order: isMatrix ? shape.columns : 0, epsilon: settings.epsilon)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      let isFactored = stepsTaken.isMultiple(of: settings.interval)
      state.clock.advance(loss: value)
      settings.decay.apply(&x, &g, rate: rate)
      let matrix = Matrix(rows: shape.rows, columns: shape.columns, elements: g)
      let power = settings.shape.isGiven ? -0.25 : -0.5
      left.add(matrix, factoring: isFactored, power: power)
      var step = left.power.times(matrix)
      if settings.shape.isGiven {
        right.add(matrix.transposed, factoring: isFactored, power: power)
        step = step.times(right.power)
      }
      x.add(-rate, step.elements)
    }
  }
}

/// A sum δI + Σ GGᵀ and a negative power of it.
private struct PowerOfSum: Sendable {
  let epsilon: Double
  private var sum: SymmetricMatrix
  private(set) var power: Matrix

  init(order: Int, epsilon: Double) {
    self.epsilon = epsilon
    sum = .identity(order: order, scale: epsilon)
    power = Matrix(rows: order, columns: order)
  }

  mutating func add(_ matrix: Matrix, factoring isFactored: Bool, power exponent: Double) {
    sum.blend(1, with: 1, timesTransposeOf: matrix)
    guard isFactored else { return }
    do throws(FactorizationError) {
      power = try negativePower(exponent)
    } catch {
      power.elements = Vector(repeating: .nan, count: power.elements.count)
    }
  }

  /// V Λᵖ Vᵀ. In exact arithmetic no eigenvalue is below δ. Those that rounding cannot tell from 0
  /// are raised to what it can, lest the rounding of G be magnified; with δ = 0 they give nothing.
  private func negativePower(_ exponent: Double) throws(FactorizationError) -> Matrix {
    let (values, vectors) = try sum.eigensystem()
    let resolution = (values.last ?? 0) * Double(values.count) * Double.ulpOfOne
    let powers = values.map { value in
      epsilon == 0 && value <= resolution
        ? 0 : Double.pow(max(value, epsilon, resolution), exponent)
    }
    var scaled = vectors
    for i in 0..<scaled.rows {
      for j in 0..<scaled.columns { scaled[i, j] *= powers[j] }
    }
    return scaled.times(vectors.transposed)
  }
}
