import RealModule

/// The random numbers of the BBOB suite: a seed gives as many as are asked for at once.
///
/// Uniform numbers come from the generator x ↦ 16807 x mod 2³¹ − 1, shuffled through a table of 32.
/// References: S. K. Park and K. W. Miller, Communications of the ACM 31 (1988) 1192-1201; for the
/// shuffling C. Bays and S. D. Durham, ACM TOMS 2 (1976) 59-64.
enum BBOBStream {
  /// 2³¹ − 1, a prime. No seed of the suite is a multiple, and so no number of a stream is 0 or 1.
  static let modulus = 2_147_483_647
  private static let tableSize = 32
  private static let slotWidth = 67_108_865
  private static let warmUp = 40

  /// `count` numbers in (0, 1).
  static func uniforms(_ count: Int, seed: Int) -> [Double] {
    var state = seed
    var table = [Int](repeating: 0, count: tableSize)
    for step in 1...warmUp {
      state = successor(of: state)
      if step > warmUp - tableSize { table[warmUp - step] = state }
    }
    var drawn = table[0]
    return (0..<count).map { _ in
      let slot = drawn / slotWidth
      state = successor(of: state)
      drawn = table[slot]
      table[slot] = state
      return Double(drawn) / Double(modulus)
    }
  }

  /// `count` normal numbers by the transform of Box and Muller. They depend on `count`: the second
  /// half of 2 `count` uniform numbers gives the angles.
  static func gaussians(_ count: Int, seed: Int) -> [Double] {
    let uniforms = uniforms(2 * count, seed: seed)
    return (0..<count).map { i in
      (-2 * .log(uniforms[i])).squareRoot() * .cos(2 * .pi * uniforms[count + i])
    }
  }

  private static func successor(of state: Int) -> Int {
    state * 16807 % modulus
  }
}
