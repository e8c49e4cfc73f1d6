import LinearAlgebra
import Optimizers
import Testing

@Suite struct TwoLoopRecursionTests {
  /// Pairs with yᵀs > 0 and a gradient.
  private static func pairs(_ count: Int, n: Int) -> (pairs: [(s: Vector, y: Vector)], g: Vector) {
    var stream = RandomStream(seed: 7)
    func numbers() -> Vector { (0..<n).map { _ in 2 * stream.uniform() - 1 } }
    let pairs = (0..<count).map { _ in
      let s = numbers()
      return (s: s, y: s.indices.map { s[$0] * (1 + Double($0 % 7)) + 0.1 * s[n - 1 - $0] })
    }
    return (pairs, numbers())
  }

  private static func recursion(
    _ pairs: [(s: Vector, y: Vector)], memory: Int, isScaled: Bool = true
  ) -> TwoLoopRecursion {
    var recursion = TwoLoopRecursion(memory: memory, isScaled: isScaled)
    for (s, y) in pairs { recursion.learn(s: s, y: y) }
    return recursion
  }

  /// M g by the definition, M ← (I − ρ s yᵀ) M (I − ρ y sᵀ) + ρ s sᵀ, from the newest pair inwards.
  private static func product(
    _ pairs: ArraySlice<(s: Vector, y: Vector)>, _ scale: Double, _ v: Vector
  ) -> Vector {
    guard let (s, y) = pairs.last else { return v.map { scale * $0 } }
    let rho = 1 / y.dot(s)
    var inner = v
    inner.add(-rho * s.dot(v), y)
    var result = product(pairs.dropLast(), scale, inner)
    result.add(rho * (s.dot(v) - y.dot(result)), s)
    return result
  }

  @Test(arguments: [(0, 5), (1, 5), (3, 5), (5, 5), (6, 5), (8, 5), (13, 5), (4, 1), (4, 0)])
  func isTheProductOfTheLastUpdates(count: Int, memory: Int) {
    for n in [1, 2, 31, 32, 100] {
      for isScaled in [true, false] {
        let (pairs, g) = Self.pairs(count, n: n)
        var recursion = Self.recursion(pairs, memory: memory, isScaled: isScaled)
        #expect(recursion.count == min(count, memory))
        let kept = pairs.suffix(memory)
        let scale = kept.last.map { isScaled ? $0.y.dot($0.s) / $0.y.dot($0.y) : 1 } ?? 1
        let exact = Self.product(kept, scale, g)
        let direction = recursion.direction(against: g)
        for (a, b) in zip(direction, exact) { #expect(abs(a + b) <= 1e-12 * exact.norm) }
      }
    }
  }

  /// Long enough that threads are started, with a last block that is not whole.
  @Test func digitsDoNotDependOnThreads() {
    let (pairs, g) = Self.pairs(3, n: 100_003)
    let directions = [1, 2, 3, 5].map { threads in
      UpdateWorkers.$count.withValue(threads) {
        var recursion = Self.recursion(pairs, memory: 2)
        return recursion.direction(against: g)
      }
    }
    for direction in directions { #expect(direction == directions[0]) }
  }
}
