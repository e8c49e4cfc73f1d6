import LinearAlgebra

/// M ≈ H⁻¹ as the m steps it is made of: the two-loop recursion of L-BFGS.
///
/// The update along one pair and the inner product with the next share a pass, so that the
/// recursion reads each vector of a pair twice and reads and writes its result 2m times. Inner
/// products of long vectors are sums over blocks: the digits are the same on any number of threads
/// (`UpdateWorkers`).
///
/// Reference: Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.4.
public struct TwoLoopRecursion: Sendable {
  private let memory: Int
  private let isScaled: Bool
  /// s and y of each pair, one pair after the other; when there are m, the newest takes the place
  /// of the oldest.
  private var numbers: Vector = []
  /// yᵀs of each pair.
  private var curvatures: Vector = []
  /// The place of the oldest pair.
  private var oldest = 0
  /// yᵀs / yᵀy of the newest pair, where M begins with it; else 1.
  private var scale = 1.0
  /// What the first loop finds for the second.
  private var weights: Vector = []

  /// M = I, to be made of at most m = `memory` ≥ 0 steps, from (yᵀs / yᵀy) I of the newest where
  /// `isScaled`.
  public init(memory: Int, isScaled: Bool = true) {
    self.memory = memory
    self.isScaled = isScaled
  }

  /// How many pairs are remembered.
  public var count: Int { curvatures.count }

  /// Takes in a step s and the change y of the gradient, where yᵀs ≠ 0, and forgets the oldest pair
  /// if there are m.
  public mutating func learn(s: Vector, y: Vector) {
    let n = s.count
    precondition(y.count == n, "vectors of different lengths")
    precondition(numbers.count == 2 * n * count, "vectors of another length than before")
    guard memory > 0 else { return }
    let curvature = Kernels.dot(y, s)
    if isScaled { scale = curvature / Kernels.dot(y, y) }
    if count < memory {
      numbers += s
      numbers += y
      curvatures.append(curvature)
      weights.append(0)
      return
    }
    let place = 2 * n * oldest
    for i in 0..<n {
      numbers[place + i] = s[i]
      numbers[place + n + i] = y[i]
    }
    curvatures[oldest] = curvature
    oldest = (oldest + 1) % memory
  }

  /// −M g.
  public mutating func direction(against g: Vector) -> Vector {
    guard count > 0 else { return g.negated }
    precondition(numbers.count == 2 * g.count * count, "vectors of another length than before")
    var result = g
    // Taken out while the rest of self changes.
    var pairs: Vector = []
    swap(&pairs, &numbers)
    Kernels.withNumbers(&result, &pairs) { q, pairs in recur(q, pairs, n: g.count) }
    swap(&pairs, &numbers)
    return result
  }

  /// q ← −M q, with the pairs in `numbers`, which the property does not hold now.
  private mutating func recur(_ q: Kernels.Numbers, _ numbers: Kernels.Numbers, n: Int) {
    let (count, first) = (count, oldest)
    // The k-th pair, from the oldest.
    func place(_ k: Int) -> Int { first + k < count ? first + k : first + k - count }
    func s(_ k: Int) -> Kernels.Numbers { numbers + 2 * n * place(k) }
    func y(_ k: Int) -> Kernels.Numbers { numbers + 2 * n * place(k) + n }
    var product = Kernels.dot(s(count - 1), q, n)
    for k in (0..<count).reversed() {
      let weight = product / curvatures[place(k)]
      weights[k] = weight
      product =
        k > 0
        ? Kernels.add(-weight, y(k), to: q, n, thenDot: s(k - 1))
        : Kernels.add(-weight, y(k), to: q, n, times: scale, thenDot: y(k))
    }
    for k in 0..<count {
      let weight = weights[k] - product / curvatures[place(k)]
      if k + 1 < count {
        product = Kernels.add(weight, s(k), to: q, n, thenDot: y(k + 1))
      } else {
        Kernels.add(weight, s(k), to: q, n, times: -1)
      }
    }
  }
}

extension TwoLoopRecursion: InverseHessianModel {
  var isFresh: Bool { count == 0 }

  mutating func reset() {
    numbers = []
    curvatures = []
    weights = []
    oldest = 0
    scale = 1
  }

  mutating func learn(s: Vector, y: Vector, image: Vector) {
    learn(s: s, y: y)
  }
}
