import LinearAlgebra
import Specifications

/// Decay of the variables towards 0, as most methods offer it.
///
/// Coupled, λθ is added to the gradient, as if ½λ‖θ‖² were added to f; decoupled, θ shrinks by the
/// factor 1 − ελ beside the step. For plain SGD the two are the same, for methods that scale the
/// gradient they are not. Reference: I. Loshchilov and F. Hutter, "Decoupled Weight Decay
/// Regularization", 2019, arXiv:1711.05101, algorithms 1 and 2.
public struct WeightDecay: Hashable, Sendable {
  /// Whether λθ is added to the gradient, or θ shrinks beside the step.
  public enum Kind: String, CaseIterable, Sendable {
    /// λθ is added to the gradient.
    case coupled
    /// θ shrinks by 1 − ελ beside the step.
    case decoupled
  }

  /// λ.
  public var strength = 0.0
  /// Whether λθ is added to the gradient, or θ shrinks beside the step.
  public var kind = Kind.coupled

  /// No decay.
  public init() {}

  /// A decay of strength λ = `strength`, ≥ 0.
  public init(_ strength: Double, _ kind: Kind = .coupled) {
    self.strength = strength
    self.kind = kind
  }

  /// λ where it is added to the gradient.
  @inlinable @inline(__always)
  public var coupling: Double { kind == .coupled ? strength : 0 }

  /// What the variables are multiplied by before a step of rate ε.
  @inlinable @inline(__always)
  public func shrink(rate: Double) -> Double {
    kind == .decoupled ? 1 - rate * strength : 1
  }

  /// Decays before a step of rate ε: changes the iterate x, or the gradient g, in place.
  @inlinable @inline(__always)
  public func apply(_ x: inout Vector, _ g: inout Vector, rate: Double) {
    if strength != 0 { decay(&x, &g, rate: rate) }
  }

  @usableFromInline
  func decay(_ x: inout Vector, _ g: inout Vector, rate: Double) {
    switch kind {
    case .coupled: g.add(strength, x)
    case .decoupled: x.scale(by: 1 - rate * strength)
    }
  }
}

/// Decay for methods whose step is scaled: λθ may be added to the scaled step as well.
public enum UpdateDecay: String, CaseIterable, Sendable {
  /// λθ is added to the scaled step.
  case update
  /// λθ is added to the gradient.
  case coupled
  /// θ shrinks by 1 − ελ beside the step.
  case decoupled

  /// Decays before a step of rate ε, unless the update does.
  func apply(_ strength: Double, _ x: inout Vector, _ g: inout Vector, rate: Double) {
    switch self {
    case .update: break
    case .coupled: WeightDecay(strength, .coupled).apply(&x, &g, rate: rate)
    case .decoupled: WeightDecay(strength, .decoupled).apply(&x, &g, rate: rate)
    }
  }
}

extension Parameter {
  /// λ.
  static func weightDecay(_ path: WritableKeyPath<Root, Double> & Sendable) -> Self {
    .number(
      "weight-decay", path, symbol: "λ", in: .nonNegative, "decay of the variables towards 0")
  }
}

/// Settings with a weight decay. Their parameters end with `decayParameters`.
public protocol DecayingSettings: RateSettings {
  /// The decay of the variables.
  var decay: WeightDecay { get set }
}

extension DecayingSettings {
  /// `weight-decay` and `decay`, for the end of the list of parameters.
  public static var decayParameters: [Parameter<Self>] {
    [
      .weightDecay(\.decay.strength),
      .choice("decay", \.decay.kind, "added to the gradient, or a shrinking of its own"),
    ]
  }
}
