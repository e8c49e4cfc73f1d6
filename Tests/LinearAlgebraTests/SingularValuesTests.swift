import LinearAlgebra
import Testing

@Suite struct SingularValuesTests {
  /// A = [[3, 0], [4, 5]]: AᵀA has the eigenvalues 45 and 5, so that s = 3√5 and √5, with V along
  /// (1, 1) and (1, −1) (Strang, Introduction to Linear Algebra, 5th ed., section 7.2).
  @Test func ofAKnownMatrix() throws {
    let factors = try SingularValues(Matrix(rows: 2, columns: 2, elements: [3, 0, 4, 5]))
    #expect(abs(factors.values[0] - 45.0.squareRoot()) <= 1e-14)
    #expect(abs(factors.values[1] - 5.0.squareRoot()) <= 1e-14)
    let axis = factors.combination([1, 0])
    #expect(abs(axis[0] - axis[1]) <= 1e-15)
  }

  /// V diag(1/s) Uᵀ b is the least-squares solution, of least length where m < n.
  @Test(arguments: [(1, 1), (5, 3), (20, 20), (40, 7), (3, 5)])
  func solvesLeastSquares(_ rows: Int, _ columns: Int) throws {
    var stream = RandomStream(seed: 8)
    let a = Matrix(
      rows: rows, columns: columns, elements: (0..<(rows * columns)).map { _ in stream.normal() })
    let b = (0..<rows).map { _ in stream.normal() }
    let factors = try SingularValues(a)
    #expect(zip(factors.values, factors.values.dropFirst()).allSatisfy { $0 >= $1 })
    let x = factors.combination(zip(factors.components(of: b), factors.values).map { $0 / $1 })
    let slope = a.transposed.times(a.times(x).minus(b))
    #expect(slope.largestMagnitude <= 1e-11)
    // x is in the span of the rows: V Vᵀ x = x, where V is the U of Aᵀ.
    let mirrored = try SingularValues(a.transposed)
    #expect(abs(mirrored.components(of: x).norm - x.norm) <= 1e-12 * x.norm)
  }

  @Test(arguments: [Double.infinity, .nan]) func refusesWhatIsNotFinite(_ entry: Double) {
    #expect(throws: FactorizationError.notFinite) {
      try SingularValues(Matrix(rows: 1, columns: 2, elements: [1, entry]))
    }
  }
}
