import LinearAlgebra
import Testing

/// Long sums and packed matrices against plain loops, in orders with and without whole registers.
@Suite struct PackedSymmetricMatrixTests {
  private static let orders = [0, 1, 2, 15, 16, 17, 31, 32, 33, 65, 100]

  private static func numbers(_ n: Int, seed: UInt64) -> Vector {
    var stream = RandomStream(seed: seed)
    return (0..<n).map { _ in 2 * stream.uniform() - 1 }
  }

  private static func sum(_ terms: some Sequence<Double>) -> Double { terms.reduce(0, +) }

  @Test(arguments: orders)
  func longSums(order n: Int) {
    let (a, b) = (Self.numbers(n, seed: 1), Self.numbers(n, seed: 2))
    let exact = Self.sum(zip(a, b).map { $0 * $1 })
    #expect(abs(a.dot(b) - exact) <= 1e-15 * Double(n))
    if n < 32 { #expect(a.dot(b) == exact) }
  }

  @Test(arguments: orders)
  func updatesAndProducts(order n: Int) {
    let (u, v) = (Self.numbers(n, seed: 3), Self.numbers(n, seed: 4))
    let x = Self.numbers(n, seed: 5)
    var plain = PackedSymmetricMatrix.identity(order: n, scale: 3)
    plain.add(0.5, symmetricProductOf: u, v)
    var fused = PackedSymmetricMatrix.identity(order: n, scale: 3)
    let product = fused.productAfterAdding(0.5, symmetricProductOf: u, v, times: x)
    #expect(fused == plain)
    #expect(product == plain.product(x))
    for i in 0..<n {
      let row = (0..<n).map { (i == $0 ? 3 : 0) + 0.25 * (u[i] * v[$0] + v[i] * u[$0]) }
      for j in 0..<n { #expect(abs(plain[i, j] - row[j]) <= 1e-15) }
      let exact = Self.sum(zip(row, x).map { $0 * $1 })
      #expect(abs(product[i] - exact) <= 1e-15 * Double(n + 8))
    }
  }
}
