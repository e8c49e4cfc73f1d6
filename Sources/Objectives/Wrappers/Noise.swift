import LinearAlgebra

/// What an oracle adds to exact answers: independent normal numbers with mean 0.
///
/// An objective stays pure and answers exactly; the noise is a property that the oracle between it
/// and an optimizer reads, so that a recording can show the true f at each iterate.
public struct Noise: Hashable, Sendable {
  /// σ of what is added to each value.
  public var valueDeviation: Double
  /// σ of what is added to each component of each gradient.
  public var gradientDeviation: Double
  /// Names the stream of random numbers, with the seed of the run.
  public var seed: UInt64

  /// Normal noise of these deviations, ≥ 0.
  public init(valueDeviation: Double = 0, gradientDeviation: Double = 0, seed: UInt64 = 0) {
    self.valueDeviation = valueDeviation
    self.gradientDeviation = gradientDeviation
    self.seed = seed
  }
}

/// The noise of one run: a stream of numbers, the same for the same two seeds.
public struct NoiseSource: Sendable {
  /// What is added.
  public let noise: Noise
  private var stream: RandomStream

  /// - Parameter run: the seed of the run, beside that of the noise itself.
  public init(_ noise: Noise, run: UInt64) {
    self.noise = noise
    stream = RandomStream(seed: noise.seed, stream: run)
  }

  /// `value` as a noisy oracle gives it.
  public mutating func disturb(_ value: Double) -> Double {
    noise.valueDeviation == 0 ? value : value + noise.valueDeviation * stream.normal()
  }

  /// Adds noise to every component of a gradient.
  public mutating func disturb(_ gradient: inout Vector) {
    guard noise.gradientDeviation > 0 else { return }
    for i in gradient.indices { gradient[i] += noise.gradientDeviation * stream.normal() }
  }
}
