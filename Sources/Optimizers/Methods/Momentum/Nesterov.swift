import LinearAlgebra
import Specifications

/// Nesterov momentum: the gradient is taken where the momentum alone would lead.
/// ``card`` has the formula, the references and what differs from them.
public struct Nesterov: DecayingSettings {
  /// Which point is the iterate.
  public enum Form: String, CaseIterable, Sendable {
    /// The position.
    case lookAhead = "look-ahead"
    /// The look-ahead point.
    case reformulated
  }

  public static let card = OptimizerCard(
    name: "nesterov", title: "Nesterov", order: .first,
    invariances: [.rotation],
    formula: "g = ∇f(θ + α m), m ← α m − ε g, θ ← θ + m",
    reference: "Nesterov, Soviet Math. Dokl. 27 (1983) 372-376; Sutskever, Martens, Dahl and "
      + "Hinton, On the importance of initialization and momentum in deep learning, 2013, "
      + "equations 3 and 4",
    notes: [
      "The libraries keep φ = θ + α m, where gradients are taken, as their parameter: "
        + "form=reformulated records φ, steps by m ← α m − ε g, φ ← φ + α m − ε g, and has θ as "
        + "its second point.",
      "The lecture has form=look-ahead; with a constant rate the two forms walk the same two "
        + "paths up to rounding.",
      "In torch and optax the rate scales the whole buffer, which differs under a schedule only "
        + "(preset=torch); in keras it enters with the gradient, as here.",
      "The momentum α may follow a schedule of its own.",
      "Coupled weight decay acts where the gradient is taken, decoupled decay on the iterate "
        + "(preset=keras).",
      "A plateau schedule is told f at the point of the gradient.",
    ])
  public static let aliases: [Alias<Self>] = [Alias("nag", title: "NAG")]
  public static let presets: [Preset<Self>] = [
    .lecture(),
    .torch {
      $0.learningRate = 0.001
      $0.form = .reformulated
      $0.placement = .outside
    },
    .optax {
      $0.form = .reformulated
      $0.placement = .outside
    },
    .keras {
      $0.form = .reformulated
      $0.decay.kind = .decoupled
    },
  ]
  public static let parameters: [Parameter<Self>] =
    [
      .learningRate,
      .rate("momentum", \.momentum, symbol: "α", in: .decay, "share of the buffer that is kept")
        .aliased("alpha"),
      .choice("form", \.form, "whether the position or the look-ahead point is the iterate"),
      .choice(
        "lr-placement", \.placement,
        "whether the rate enters the buffer or scales the whole of it"
      ).aliased("rate"),
    ] + decayParameters

  public var learningRate: Rate = 0.01
  /// α in [0, 1): share of the buffer that is kept.
  public var momentum: Rate = 0.9
  /// Whether the position or the look-ahead point is the iterate.
  public var form = Form.lookAhead
  /// Whether the rate enters the buffer or scales the whole of it.
  public var placement = RatePlacement.inside
  public var decay = WeightDecay()

  public init() {}

  /// The defaults with another rate and α, in [0, 1).
  public init(learningRate: Rate, momentum: Rate = 0.9) {
    self.learningRate = learningRate
    self.momentum = momentum
  }

  /// 2(1 + α)/((1 + 2α) ε): there an eigenvalue of the step on a quadratic is −1.
  public var largestStableCurvature: Double? {
    guard case .constant(let rate) = learningRate, case .constant(let alpha) = momentum,
      decay.strength == 0
    else { return nil }
    return 2 * (1 + alpha) / ((1 + 2 * alpha) * rate)
  }

  public var isCoordinatewise: Bool { !learningRate.followsLoss && !momentum.followsLoss }

  public struct Method: RatedMethod {
    public var evaluationPointName: String? {
      looksAhead ? "look-ahead theta + alpha m" : "position phi - alpha m"
    }
    public var asksAtEvaluationPoint: Bool { looksAhead }

    public var state: RunState<Nesterov>
    /// m, or −b where the rate stands outside.
    var buffer: Vector
    private var momentumClock: RateClock

    private var looksAhead: Bool { settings.form == .lookAhead }

    public init(_ settings: Nesterov, dimension: Int) {
      state = RunState(settings, dimension: dimension)
      buffer = .zeros(dimension)
      momentumClock = RateClock(settings.momentum)
    }

    public var followsValidation: Bool {
      state.clock.followsValidation || momentumClock.followsValidation
    }

    public mutating func observe(validationLoss: Double) {
      state.clock.observe(validationLoss: validationLoss)
      momentumClock.observe(validationLoss: validationLoss)
    }

    public mutating func descend(_ x: inout Vector, along g: inout Vector, value: Double) {
      let isCoupled = settings.decay.strength != 0 && settings.decay.kind == .coupled
      if isCoupled { g.add(settings.decay.strength, looksAhead ? evaluationPoint(from: x) : x) }
      state.clock.advance(loss: value)
      momentumClock.advance(loss: value)
      if !isCoupled { settings.decay.apply(&x, &g, rate: rate) }
      let isInside = settings.placement == .inside
      let (inner, outer) = isInside ? (rate, 1) : (1, rate)
      accumulate(&buffer, gradient: g, gain: -inner, momentum: momentumClock.rate)
      if looksAhead {
        x.add(outer, buffer)
      } else {
        Self.lead(
          &x, buffer: buffer, gradient: g, rates: (inner, outer), momentum: momentumClock.rate)
      }
    }

    /// φ ← φ + ε_outer (αm − ε_inner g).
    private static func lead(
      _ x: inout Vector, buffer: Vector, gradient: Vector, rates: (inner: Double, outer: Double),
      momentum: Double
    ) {
      var phi = x.mutableSpan
      let m = buffer.span
      let g = gradient.span
      for i in 0..<phi.count {
        phi[i] += rates.outer * (momentum * m[i] - rates.inner * g[i])
      }
    }

    /// Ahead by the momentum of the step to come, or back by that of the step that led here.
    public func evaluationPoint(from x: Vector) -> Vector {
      var point = x
      let rate = looksAhead ? state.clock.next : rate
      let reach = looksAhead ? momentumClock.next : -momentumClock.rate
      point.add(settings.placement == .inside ? reach : reach * rate, buffer)
      return point
    }
  }
}
