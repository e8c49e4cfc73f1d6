import LinearAlgebra

extension SearchMethod {
  /// The points of a Sobol sequence, moved by a digital shift that the seed draws, so that each of
  /// them is evenly distributed and their spread is kept.
  public static let sobol = SearchMethod(
    "sobol", "Trials are spread more evenly than drawn ones.",
    mostSettings: SobolSequence.mostDimensions
  ) { task in
    var stream = RandomStream(seed: task.seed)
    let shift = (0..<task.settings).map { _ in UInt32(truncatingIfNeeded: stream.next() >> 32) }
    var sequence = SobolSequence(dimensions: task.settings)
    return FixedSearch(
      (0..<task.trials).map { _ in
        zip(sequence.next(), shift).map { (Double($0 ^ $1) + 0.5) * 0x1p-32 }
      })
  }
}

/// The Sobol sequence in Gray code order.
///
/// I. M. Sobol', USSR Computational Mathematics and Mathematical Physics 7 (1967) 86-112; P.
/// Bratley and B. L. Fox, Algorithm 659, ACM TOMS 14 (1988) 88-100; direction numbers of S. Joe and
/// F. Y. Kuo, SIAM Journal on Scientific Computing 30 (2008) 2635-2654.
struct SobolSequence: Sendable {
  static let mostDimensions = 1 + polynomials.count

  private let directions: [[UInt32]]
  private var point: [UInt32]
  private var count: UInt32 = 0

  /// - Parameter dimensions: from 1 to `mostDimensions`.
  init(dimensions: Int) {
    precondition((1...Self.mostDimensions).contains(dimensions), "\(dimensions) dimensions")
    directions = (0..<dimensions).map(Self.directions)
    point = Array(repeating: 0, count: dimensions)
  }

  /// The next point in multiples of 2⁻³², the origin first; the first 2³² are all different.
  mutating func next() -> [UInt32] {
    defer {
      // The bit in which the Gray codes of two numbers in a row differ.
      let bit = min((~count).trailingZeroBitCount, 31)
      for j in point.indices { point[j] ^= directions[j][bit] }
      count &+= 1
    }
    return point
  }

  /// The direction numbers of a dimension, the highest bit first.
  private static func directions(_ dimension: Int) -> [UInt32] {
    guard dimension > 0 else { return (0..<32).map { 1 << (31 - $0) } }
    let (degree, coefficients, first) = polynomials[dimension - 1]
    var numbers = first.enumerated().map { UInt32($1) << (31 - UInt32($0)) }
    for i in degree..<32 {
      var number = numbers[i - degree] ^ (numbers[i - degree] >> UInt32(degree))
      for k in 1..<max(degree, 1) where (coefficients >> (degree - 1 - k)) & 1 == 1 {
        number ^= numbers[i - k]
      }
      numbers.append(number)
    }
    return numbers
  }

  /// Of the second dimension on: the degree of a primitive polynomial, its inner coefficients as
  /// bits, and the first odd numbers m.
  private static let polynomials: [(degree: Int, coefficients: Int, first: [Int])] = [
    (1, 0, [1]),
    (2, 1, [1, 3]),
    (3, 1, [1, 3, 1]),
    (3, 2, [1, 1, 1]),
    (4, 1, [1, 1, 3, 3]),
    (4, 4, [1, 3, 5, 13]),
    (5, 2, [1, 1, 5, 5, 17]),
    (5, 4, [1, 1, 5, 5, 5]),
    (5, 7, [1, 1, 7, 11, 19]),
    (5, 11, [1, 1, 5, 1, 1]),
    (5, 13, [1, 1, 1, 3, 11]),
    (5, 14, [1, 3, 5, 5, 31]),
    (6, 1, [1, 3, 3, 9, 7, 49]),
    (6, 13, [1, 1, 1, 15, 21, 21]),
    (6, 16, [1, 3, 1, 13, 27, 49]),
    (6, 19, [1, 1, 1, 15, 7, 5]),
    (6, 22, [1, 3, 1, 15, 13, 25]),
    (6, 25, [1, 1, 5, 5, 19, 61]),
    (7, 1, [1, 3, 7, 11, 23, 15, 103]),
    (7, 4, [1, 3, 7, 13, 13, 15, 69]),
  ]
}
