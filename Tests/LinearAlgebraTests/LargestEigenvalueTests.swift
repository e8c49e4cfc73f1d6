import LinearAlgebra
import Testing

/// Lanczos's iteration against eigenvalues that are known.
@Suite struct LargestEigenvalueTests {
  private static func top(of diagonal: [Double]) -> LargestEigenvalue {
    LargestEigenvalue(order: diagonal.count) { v, product in
      for i in 0..<diagonal.count { product[i] = diagonal[i] * v[i] }
    }
  }

  private static let spectra: [[Double]] = [
    [3], [-3], [1, 2], [2, 2, 2], [0, 0], [-5, -2, -9], [-100, 1, 0.5],
    [1e-12, 3e-12], [1e150, 2e150, -7e150],
    (1...100).map(Double.init), (0..<1000).map { 1 / Double(1 + $0) },
    [Double](repeating: 1, count: 500) + [1.5],
  ]

  /// By its sign, not its size; to the tolerance of 10⁻⁶ of the largest magnitude.
  @Test(arguments: spectra)
  func eigenvaluesOfDiagonals(diagonal: [Double]) {
    let scale = diagonal.map(\.magnitude).max() ?? 0
    let top = Self.top(of: diagonal)
    #expect(abs(top.value - (diagonal.max() ?? .nan)) <= 1e-6 * scale)
    #expect(top.products <= 200)
  }

  /// The products are few where the spectrum is: as many as there are different eigenvalues.
  @Test func repeatedEigenvaluesCostNothing() {
    #expect(Self.top(of: [2, 2, 2]).products == 1)
    #expect(Self.top(of: [Double](repeating: 1, count: 500) + [1.5]).products <= 4)
  }

  @Test func whatIsNotFiniteHasNone() {
    #expect(Self.top(of: [1, .nan]).value.isNaN)
    #expect(Self.top(of: [1, .infinity]).value.isNaN)
  }

  /// 2 − 2 cos(nπ/(n + 1)) of the second difference, whose eigenvalues crowd at the end.
  @Test(arguments: [2, 5, 50, 400])
  func eigenvaluesOfSecondDifferences(n: Int) throws {
    var matrix = SymmetricMatrix(order: n)
    for i in 0..<n {
      matrix[i, i] = 2
      if i > 0 { matrix[i - 1, i] = -1 }
    }
    let exact = try #require(try matrix.eigenvalues().last)
    let top = LargestEigenvalue(order: n, mostProducts: 4 * n) { v, product in
      for i in 0..<n {
        product[i] = 2 * v[i] - (i > 0 ? v[i - 1] : 0) - (i + 1 < n ? v[i + 1] : 0)
      }
    }
    #expect(abs(top.value - exact) <= 4e-6)
  }
}
