import RealModule
import Specifications

/// A function whose values or gradients an optimizer sees through normal noise.
///
/// Every query of a run gets noise of its own, drawn from a stream that the seed here and the seed
/// of the run fix together. Hessians, and what a recording shows, are exact; so are minimum and
/// minimizers.
public struct Noisy: FunctionWrapper {
  /// What is disturbed.
  public enum Target: String, CaseIterable, Sendable {
    /// Gradients; values are exact.
    case gradient
    /// Values; gradients are exact.
    case value
    /// Values and gradients.
    case both
  }

  public static let card = FunctionCard(
    name: "noisy", title: "Noisy", formula: "f(x) + sigma N(0, 1), grad f(x) + sigma N(0, I)",
    dimensionRule: "that of f", tags: [.noisy],
    source: "Robbins and Monro, Ann. Math. Statist. 22 (1951): the setting")
  public static let parameters: [Parameter<Self>] = [
    .inside(\.base),
    .number("sigma", \.sigma, symbol: "σ", in: .nonNegative, "standard deviation of the noise"),
    .choice("on", \.target, "what is disturbed"),
    .integer("seed", \.seed, in: 0...Int.max, "names the stream of random numbers"),
  ]

  public var base: any TestFunction = Rosenbrock()
  /// σ ≥ 0: standard deviation of the noise.
  public var sigma = 0.1
  /// What is disturbed: values, gradients, or both.
  public var target = Target.gradient
  /// Names the stream of random numbers, with the seed of the run, ≥ 0.
  public var seed = 0

  public init() {}

  /// `base` seen through noise of standard deviation `sigma`, ≥ 0; the seed is 0 or more.
  public init(
    _ base: any TestFunction, sigma: Double = 0.1, on target: Target = .gradient, seed: Int = 0
  ) {
    self.base = base
    self.sigma = sigma
    self.target = target
    self.seed = seed
  }

  public var tags: [FunctionTag] { tags(adding: Self.card.tags) }

  /// Independent of the base's noise, if that has some: variances add.
  public var noise: Noise? {
    let inside = base.noise ?? Noise()
    return Noise(
      valueDeviation: .hypot(inside.valueDeviation, target == .gradient ? 0 : sigma),
      gradientDeviation: .hypot(inside.gradientDeviation, target == .value ? 0 : sigma),
      seed: UInt64(bitPattern: Int64(seed)) ^ inside.seed)
  }
}
