import LinearAlgebra
import Specifications

/// SM3-II, AdaGrad in little memory.
/// ``card`` has the formula, the references and what differs from them.
public struct SM3: MatrixSettings, DecayingSettings {
  public static let card = OptimizerCard(
    name: "sm3", title: "SM3", order: .first,
    formula: "v_ij = min(rᵢ, c_j) + g_ij², rᵢ ← max_j v_ij, c_j ← maxᵢ v_ij, m ← μ m + (1 − μ) g "
      + "/ √(v + δ), θ ← θ − ε m",
    reference: "Anil, Gupta, Koren and Singer 2019, arXiv:1901.11150, algorithm SM3-II; momentum "
      + "and δ: optax; β: pytorch_optimizer",
    notes: [
      "With θ seen as a matrix, the bound of a row or column stands for the sums of squares of all "
        + "its entries: r and c hold rows + columns numbers instead of n.",
      "Without a shape, or in one column, this is AdaGrad with momentum.",
      "In pytorch_optimizer there is no momentum by default (preset=pytorch-optimizer).",
      "With β > 0 v_ij = β min(rᵢ, c_j) + (1 − β) g_ij² is an average and no sum, and r and c keep "
        + "the largest they have been.",
      "A component whose gradient is and was zero is not moved by its own step, with epsilon=0 "
        + "too.",
    ])
  public static let presets: [Preset<Self>] = [
    .optax(),
    .pytorchOptimizer {
      $0.momentum = 0
      $0.epsilon = 1e-30
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("momentum", \.momentum, symbol: "μ", in: .decay, "share of the buffer that is kept"),
      .number(
        "beta", \.beta, symbol: "β", in: .decay, "share of the bounds in an average; 0 adds up"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "added under the root"),
    ] + shapeParameters + decayParameters

  public var learningRate: Rate = 0.1
  /// μ in [0, 1): share of the buffer that is kept.
  public var momentum = 0.9
  /// β in [0, 1): share of the bounds in an average; 0 adds up.
  public var beta = 0.0
  /// δ ≥ 0: added under the root.
  public var epsilon = 1e-8
  public var shape = MatrixShape()
  public var decay = WeightDecay()

  public init() {}

  public struct Method: UpdateRule {
    public let refusal: Halt?
    public var state: RunState<SM3>
    var means: Vector
    var rows: Vector
    var columns: Vector

    /// √ν of a single column, whose rows are bounded by themselves; no ν of a matrix is kept, nor
    /// one that is averaged.
    public var gradientScale: Vector? {
      columns.count == 1 && settings.beta == 0 ? rows.map { $0.squareRoot() } : nil
    }

    public init(_ settings: SM3, dimension: Int) {
      let shape = settings.fittedShape(dimension)
      refusal = shape.refusal
      state = RunState(settings, dimension: dimension)
      means = .zeros(dimension)
      rows = .zeros(shape.rows)
      columns = .zeros(shape.columns)
    }

    public mutating func update(_ x: inout Vector, along g: inout Vector, value: Double) {
      Self.scale(&g, rows: &rows, columns: &columns, settings)
      Self.move(&x, means: &means, along: g, rate: rate, momentum: settings.momentum)
    }

    /// g ← g / √(ν + δ), and the bounds for the next step.
    private static func scale(
      _ gradient: inout Vector, rows: inout Vector, columns: inout Vector, _ settings: SM3
    ) {
      let (beta, epsilon, averages) = (settings.beta, settings.epsilon, settings.beta > 0)
      var g = gradient.mutableSpan
      var next = averages ? columns : .zeros(columns.count)
      for i in rows.indices {
        var largest = averages ? rows[i] : 0
        for j in columns.indices {
          let slope = g[i * columns.count + j]
          let bound = min(rows[i], columns[j])
          let square =
            averages ? blendSquare(beta, bound, slope) : bound + slope * slope
          g[i * columns.count + j] = quotient(slope, (square + epsilon).squareRoot())
          largest = max(largest, square)
          next[j] = max(next[j], square)
        }
        rows[i] = largest
      }
      columns = next
    }

    private static func move(
      _ x: inout Vector, means: inout Vector, along scaled: Vector, rate: Double, momentum: Double
    ) {
      var theta = x.mutableSpan
      var m = means.mutableSpan
      let u = scaled.span
      for i in 0..<theta.count {
        m[i] = blend(momentum, m[i], u[i])
        theta[i] -= rate * m[i]
      }
    }
  }
}
