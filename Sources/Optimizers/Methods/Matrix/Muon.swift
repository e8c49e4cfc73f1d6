import LinearAlgebra
import Specifications

/// Muon, momentum made orthogonal, for variables that are a matrix.
/// ``card`` has the formula, the references and what differs from them.
public struct Muon: MatrixSettings, DecayingSettings {
  /// How the gradient enters the buffer.
  public enum Buffer: String, CaseIterable, Sendable {
    /// B ← μ B + (1 − μ) G.
    case averaged
    /// B ← μ B + G.
    case summed
    /// The average, with Adam's bias corrections.
    case corrected
  }

  /// The factor of the step that the shape of the matrix makes.
  public enum Scale: String, CaseIterable, Sendable {
    /// √max(1, rows/columns).
    case tall
    /// √max(1, columns/rows).
    case wide
    /// c √max(rows, columns), for steps of the size of Adam's.
    case rms
    /// 1.
    case none
  }

  public static let card = OptimizerCard(
    name: "muon", title: "Muon", order: .first,
    invariances: [.rotation],
    formula: "B ← μ B + (1 − μ) G, U = (1 − μ) G + μ B, X ← X − ε k (U Uᵀ)^(−1/2) U",
    reference: "Jordan et al., Muon: An optimizer for hidden layers in neural networks, 2024 (an "
      + "article of a blog); rms: Liu et al. 2025, arXiv:2502.16982",
    notes: [
      "The step (U Uᵀ)^(−1/2) U has the singular vectors of U and singular values near 1, so that "
        + "all directions move alike; of one column it is all but the direction.",
      "Without nesterov, U = B.",
      "The buffer averages gradients as in torch; with buffer=summed B ← μ B + G (preset=keras), "
        + "with corrected the average has Adam's bias corrections (preset=optax).",
      "The factor k is √max(1, rows/columns) with scale=tall (torch, the author), √max(1, "
        + "columns/rows) with wide (preset=optax), 1 with none.",
      "With scale=rms k = c √max(rows, columns), which makes steps of the size of Adam's "
        + "(preset=keras; match_rms_adamw of torch).",
      "First U is divided by its Frobenius norm, of which δ is a floor, as in torch and "
        + "pytorch_optimizer; keras and optax add it.",
      "The Newton–Schulz iteration is in double precision; in torch it is in half precision.",
    ])
  public static let presets: [Preset<Self>] = [
    .torch {
      $0.learningRate = 0.001
      $0.decay = WeightDecay(0.1, .decoupled)
    },
    .optax {
      $0.buffer = .corrected
      $0.scale = .wide
      $0.epsilon = 1e-8
      $0.placement = .added
      $0.decay.kind = .decoupled
    },
    .keras {
      $0.learningRate = 0.001
      $0.buffer = .summed
      $0.scale = .rms
      $0.placement = .added
      $0.decay = WeightDecay(0.004, .decoupled)
    },
    .pytorchOptimizer { $0.decay.kind = .decoupled },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .number("momentum", \.momentum, symbol: "μ", in: .decay, "share of the buffer that is kept"),
      .flag("nesterov", \.isNesterov, "look ahead by the buffer"),
      .choice("buffer", \.buffer, "how the gradient enters the buffer"),
      .choice("scale", \.scale, "factor for the shape of the matrix"),
      .number("rms-rate", \.rmsRate, symbol: "c", in: .nonNegative, "factor where scale is rms"),
      .number("epsilon", \.epsilon, symbol: "δ", in: .nonNegative, "keeps the norm from 0"),
      .choice("epsilon-placement", \.placement, "a floor of the norm, or added to it"),
      .integer("newton-schulz", \.iterations, in: 0...1000, "Newton-Schulz iterations in a step"),
      .numbers(
        "coefficients", \.coefficients, symbol: "a/b/c", in: .finite,
        "three coefficients of the iteration"),
    ] + shapeParameters + decayParameters

  public var learningRate: Rate = 0.02
  /// μ in [0, 1): share of the buffer that is kept.
  public var momentum = 0.95
  /// Whether to look ahead by the buffer.
  public var isNesterov = true
  /// How the gradient enters the buffer.
  public var buffer = Buffer.averaged
  /// Factor for the shape of the matrix.
  public var scale = Scale.tall
  /// c ≥ 0: factor where the scale is `rms`.
  public var rmsRate = 0.2
  /// δ ≥ 0: keeps the norm from 0.
  public var epsilon = 1e-7
  /// Whether δ is a floor of the norm or added to it.
  public var placement = FloorPlacement.floor
  /// Newton-Schulz iterations in a step, from 0 to 1000.
  public var iterations = 5
  /// Three coefficients a, b, c of the iteration.
  public var coefficients = NewtonSchulz.coefficients
  public var shape = MatrixShape()
  public var decay = WeightDecay()

  public init() {}

  public mutating func resolve() throws(SpecificationError) {
    guard coefficients.count == 3 else {
      throw SpecificationError("muon: expected three coefficients, not \(coefficients.count)")
    }
  }

  public struct Method: RatedMethod {
    public let refusal: Halt?
    public var state: RunState<Muon>
    private let rows: Int
    private let columns: Int
    private var buffer: Vector
    private var power: DecayingPower

    public init(_ settings: Muon, dimension: Int) {
      let shape = settings.fittedShape(dimension)
      refusal = shape.refusal
      (rows, columns) = (shape.rows, shape.columns)
      state = RunState(settings, dimension: dimension)
      buffer = .zeros(dimension)
      power = DecayingPower(settings.momentum)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      power.advance()
      settings.decay.apply(&x, &g, rate: rate)
      gather(&g)
      let norm = g.norm
      let size =
        settings.placement == .floor ? max(norm, settings.epsilon) : norm + settings.epsilon
      let direction = NewtonSchulz.orthogonalize(
        Matrix(rows: rows, columns: columns, elements: g), size: size,
        coefficients: settings.coefficients, steps: settings.iterations)
      x.add(-rate * factor, direction.elements)
    }

    /// B ← μB + G or + (1−μ) G, g ← U.
    private mutating func gather(_ g: inout Vector) {
      let momentum = settings.momentum
      let gain = settings.buffer == .summed ? 1 : 1 - momentum
      var (now, next) = (1.0, 1.0)
      if settings.buffer == .corrected {
        now = 1 - power.value
        next = 1 - power.value * momentum
      }
      for i in g.indices {
        buffer[i] = flushed(momentum * buffer[i] + gain * g[i])
        g[i] =
          settings.isNesterov
          ? gain * g[i] / now + momentum * buffer[i] / next : buffer[i] / now
      }
    }

    /// k.
    private var factor: Double {
      let (height, width) = (Double(rows), Double(columns))
      return switch settings.scale {
      case .tall: max(1, height / width).squareRoot()
      case .wide: max(1, width / height).squareRoot()
      case .rms: settings.rmsRate * max(height, width).squareRoot()
      case .none: 1
      }
    }
  }
}
