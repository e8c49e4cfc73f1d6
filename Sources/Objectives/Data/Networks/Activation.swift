import RealModule

/// What a hidden unit makes of its input.
public enum Activation: String, CaseIterable, Sendable {
  /// z.
  case identity
  /// max(0, z).
  case relu
  /// z above 0, else 0.01 z.
  case leakyReLU = "leaky-relu"
  /// z above 0, else e^z − 1.
  case elu
  /// tanh z.
  case tanh
  /// 1/(1 + e^(−z)).
  case logistic
  /// log(1 + e^z).
  case softplus
  /// z/(1 + e^(−z)).
  case silu
  /// z Φ(z), with the normal distribution Φ.
  case gelu
}

// MARK: - Passes

extension Activation {
  enum Pass {
    /// Units a(z) are set from sums z.
    case forward
    /// Errors, the loss's derivatives by units, become those by sums: they are multiplied by a′(z).
    case back
  }

  /// A pass through the first numbers of a layer. A switch over types, not a value of any type: the
  /// loop is compiled for each rule.
  func apply<S>(
    _ pass: Pass, _ sums: Block<S>, _ units: inout Block<S>, _ errors: inout Block<S>, count: Int
  ) {
    switch self {
    case .identity: Self.run(Identity.self, pass, sums, &units, &errors, count)
    case .relu: Self.run(ReLU.self, pass, sums, &units, &errors, count)
    case .leakyReLU: Self.run(LeakyReLU.self, pass, sums, &units, &errors, count)
    case .elu: Self.run(ELU.self, pass, sums, &units, &errors, count)
    case .tanh: Self.run(Tanh.self, pass, sums, &units, &errors, count)
    case .logistic: Self.run(Logistic.self, pass, sums, &units, &errors, count)
    case .softplus: Self.run(Softplus.self, pass, sums, &units, &errors, count)
    case .silu: Self.run(SiLU.self, pass, sums, &units, &errors, count)
    case .gelu: Self.run(GELU.self, pass, sums, &units, &errors, count)
    }
  }

  private static func run<A: ActivationRule, S>(
    _ rule: A.Type, _ pass: Pass, _ sums: Block<S>, _ units: inout Block<S>,
    _ errors: inout Block<S>, _ count: Int
  ) {
    switch pass {
    case .forward:
      for i in 0..<count { units[i] = A.value(sums[i]) }
    case .back:
      for i in 0..<count { errors[i] *= A.slope(sums[i], units[i]) }
    }
  }
}

extension Activation {
  /// What it makes of the smoothness of a network.
  var smoothness: FunctionTag {
    switch self {
    case .relu, .leakyReLU: .nonSmooth
    case .elu: .differentiable
    case .identity, .tanh, .logistic, .softplus, .silu, .gelu: .smooth
    }
  }
}

/// An activation a(z) and its derivative. At a kink the derivative is that of the left side.
protocol ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S

  /// a′(z), where a = a(z).
  static func slope<S: Scalar>(_ z: S, _ a: S) -> S
}

private enum Identity: ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S { z }
  static func slope<S: Scalar>(_ z: S, _ a: S) -> S { 1 }
}

private enum ReLU: ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S { z.real > 0 ? z : 0 }
  static func slope<S: Scalar>(_ z: S, _ a: S) -> S { z.real > 0 ? 1 : 0 }
}

/// With slope 0.01 for z < 0; reference: Maas, Hannun and Ng, ICML 2013.
private enum LeakyReLU: ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S { z.real > 0 ? z : 0.01 * z }
  static func slope<S: Scalar>(_ z: S, _ a: S) -> S { z.real > 0 ? 1 : 0.01 }
}

/// With α = 1; reference: Clevert, Unterthiner and Hochreiter, ICLR 2016.
private enum ELU: ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S { z.real > 0 ? z : .expMinusOne(z) }
  static func slope<S: Scalar>(_ z: S, _ a: S) -> S { z.real > 0 ? 1 : a + 1 }
}

private enum Tanh: ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S { .tanh(z) }
  static func slope<S: Scalar>(_ z: S, _ a: S) -> S { 1 - a * a }
}

/// σ(z) = 1/(1 + e^(−z)).
private enum Logistic: ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S { .logistic(z) }
  static func slope<S: Scalar>(_ z: S, _ a: S) -> S { a * (1 - a) }
}

/// log(1 + e^z).
private enum Softplus: ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S { .softplus(z) }
  static func slope<S: Scalar>(_ z: S, _ a: S) -> S { .logistic(z) }
}

/// z σ(z); reference: Elfwing, Uchibe and Doya, Neural Networks 107 (2018).
private enum SiLU: ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S { z * .logistic(z) }

  static func slope<S: Scalar>(_ z: S, _ a: S) -> S {
    let share = S.logistic(z)
    return share + a * (1 - share)
  }
}

/// z Φ(z) with the normal distribution Φ, not its approximation by tanh; reference: Hendrycks and
/// Gimpel, arXiv:1606.08415.
private enum GELU: ActivationRule {
  static func value<S: Scalar>(_ z: S) -> S { z * share(z) }

  static func slope<S: Scalar>(_ z: S, _ a: S) -> S {
    share(z) + z * .exp(-0.5 * z * z) * S(1 / Double.sqrt(2 * .pi))
  }

  private static func share<S: Scalar>(_ z: S) -> S {
    0.5 * (1 + .erf(z * S(Double.sqrt(0.5))))
  }
}

extension Scalar {
  /// 1/(1 + e^(−z)), without overflow.
  static func logistic(_ z: Self) -> Self {
    if z.real >= 0 { return 1 / (1 + .exp(-z)) }
    let power = exp(z)
    return power / (1 + power)
  }

  /// log(1 + e^z), without overflow.
  static func softplus(_ z: Self) -> Self {
    z.real > 0 ? z + .log(onePlus: .exp(-z)) : .log(onePlus: .exp(z))
  }
}
