#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A seeded stream of random numbers: the same seed gives the same numbers on every machine.
///
/// SplitMix64; reference: G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom
/// number generators", OOPSLA 2014. Not for secrets.
public struct RandomStream: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64
  private var spare: Double?

  /// - Parameter seed: any number, 0 among them.
  public init(seed: UInt64) {
    state = seed
  }

  /// The stream that a pair of numbers names, unrelated to those of other pairs.
  public init(seed: UInt64, stream: UInt64) {
    var mixer = RandomStream(seed: stream)
    self.init(seed: seed ^ mixer.next())
  }

  /// 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// Uniform in (0, 1], a multiple of 2⁻⁵³.
  public mutating func uniform() -> Double {
    Double((next() >> 11) + 1) * 0x1p-53
  }

  /// Normal with mean 0 and variance 1, by the polar method.
  ///
  /// Reference: G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables",
  /// SIAM Review 6 (1964).
  public mutating func normal() -> Double {
    if let value = spare {
      spare = nil
      return value
    }
    while true {
      let u = 2 * uniform() - 1
      let v = 2 * uniform() - 1
      let square = u * u + v * v
      guard square > 0, square < 1 else { continue }
      let factor = (-2 * log(square) / square).squareRoot()
      spare = v * factor
      return u * factor
    }
  }
}
