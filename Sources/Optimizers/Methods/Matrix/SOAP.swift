import LinearAlgebra
import Specifications

/// SOAP, Adam in the eigenbasis of Shampoo's matrices, for variables that are a matrix.
/// ``card`` has the formula, the references and what differs from them.
public struct SOAP: MatrixSettings, DecayingSettings {
  public static let card = OptimizerCard(
    name: "soap", title: "SOAP", order: .first,
    formula: "Ĝ = Q_Lᵀ G Q_R, M ← β₁ M + (1 − β₁) G, V ← β₂ V + (1 − β₂) Ĝ², X ← X − ε Q_L [Q_Lᵀ "
      + "M Q_R / (√V + δ)] Q_Rᵀ",
    reference: "Vyas et al. 2024, arXiv:2409.11321, algorithm 3",
    notes: [
      "The bases Q_L and Q_R are the eigenvectors of L ← β L + (1 − β) G Gᵀ and R ← β R + (1 − β) "
        + "Gᵀ G.",
      "The first step only takes L, R and their eigenvectors from G and does not move; the bias "
        + "correction counts the later ones.",
      "Every interval steps the bases follow by one power iteration and a QR factorization, their "
        + "columns sorted by eigenvalue, and V is permuted with them.",
      "Of equal eigenvalues, as the zeros after the first step in more than two variables, any "
        + "eigenvectors are taken: there iterates depend on the axes.",
      "Decoupled decay shrinks X after the step.",
      "First step, changes of basis and decay are as in the authors' code and pytorch_optimizer.",
      "Without rows and columns x is one column, of at most 1000 variables.",
      "Where L or R overflows, the step is NaN.",
    ])
  public static let presets: [Preset<Self>] = [
    .pytorchOptimizer { $0.decay = WeightDecay(0.01, .decoupled) }
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .beta1(\.beta1),
      .beta2(\.beta2),
      .number(
        "shampoo-beta", \.shampooBeta, symbol: "β", in: .decay,
        "decay of the averages L and R; 0: β₂"),
      .epsilon(\.epsilon),
      .integer("interval", \.interval, in: 1...Int.max, "steps between two changes of basis")
        .aliased("frequency"),
      .flag("bias-correction", \.correctsBias, "correct the rate as Adam does"),
    ] + shapeParameters + decayParameters

  public var learningRate: Rate = 0.003
  /// β₁ in [0, 1): decay of the average of gradients.
  public var beta1 = 0.95
  /// β₂ in [0, 1): decay of the average of squares.
  public var beta2 = 0.95
  /// β in [0, 1): decay of the averages L and R; 0: β₂.
  public var shampooBeta = 0.0
  /// δ ≥ 0: added to the denominator.
  public var epsilon = 1e-8
  /// Steps between two changes of basis, ≥ 1.
  public var interval = 10
  /// Whether to correct the rate as Adam does.
  public var correctsBias = true
  public var shape = MatrixShape()
  public var decay = WeightDecay()
  public var keepsSquares: Bool { true }

  public init() {}

  public struct Method: RatedMethod {
    public let refusal: Halt?
    public var state: RunState<SOAP>
    private let shape: FittedShape
    private var left: Eigenbasis
    private var right: Eigenbasis
    private var means: Matrix
    private var squares: Matrix
    private var power1: DecayingPower
    private var power2: DecayingPower

    public init(_ settings: SOAP, dimension: Int) {
      shape = settings.fittedShape(dimension)
      refusal = shape.refusal
      state = RunState(settings, dimension: dimension)
      let beta = settings.shampooBeta > 0 ? settings.shampooBeta : settings.beta2
      left = Eigenbasis(order: shape.rows, beta: beta)
      right = Eigenbasis(order: shape.columns, beta: beta)
      means = Matrix(rows: shape.rows, columns: shape.columns)
      squares = means
      power1 = DecayingPower(settings.beta1)
      power2 = DecayingPower(settings.beta2)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      state.clock.advance(loss: value)
      let decay = settings.decay
      if decay.kind == .coupled { decay.apply(&x, &g, rate: rate) }
      let matrix = Matrix(rows: shape.rows, columns: shape.columns, elements: g)
      guard stepsTaken > 1 else {
        left.begin(with: matrix)
        right.begin(with: matrix.transposed)
        return
      }
      x.add(-stepLength(), direction(matrix).elements)
      if decay.kind == .decoupled { decay.apply(&x, &g, rate: rate) }
      followBases(matrix)
    }

    private mutating func stepLength() -> Double {
      power1.advance()
      power2.advance()
      let correction = (1 - power2.value).squareRoot() / (1 - power1.value)
      return rate * (settings.correctsBias ? correction : 1)
    }

    /// Q_L [Q_LᵀMQ_R ⊘ (√V + δ)] Q_Rᵀ, after M and V have taken G in.
    private mutating func direction(_ g: Matrix) -> Matrix {
      accumulate(
        &means.elements, gradient: g.elements, gain: 1 - settings.beta1, momentum: settings.beta1)
      let turned = left.basis.transposed.times(g).times(right.basis)
      var scaled = left.basis.transposed.times(means).times(right.basis)
      for i in scaled.elements.indices {
        let slope = turned.elements[i]
        squares.elements[i] = blendSquare(settings.beta2, squares.elements[i], slope)
        scaled.elements[i] = quotient(
          scaled.elements[i], squares.elements[i].squareRoot() + settings.epsilon)
      }
      return left.basis.times(scaled).times(right.basis.transposed)
    }

    private mutating func followBases(_ g: Matrix) {
      left.average(g)
      right.average(g.transposed)
      guard (stepsTaken - 1).isMultiple(of: settings.interval) else { return }
      squares = squares.rows(left.turn()).columns(right.turn())
    }
  }
}
