import LinearAlgebra
import Testing

@Suite struct LinearAlgebraTests {
  @Test func normsNeitherOverflowNorUnderflow() {
    #expect(abs([3e200, 4e200].norm - 5e200) <= 1e185)
    #expect(abs([3e-200, 4e-200].norm - 5e-200) <= 1e-215)
    #expect([0.0, 0].norm == 0)
    #expect([Double.infinity, 1].norm == .infinity)
    #expect([Double.nan, 1].norm.isNaN)
  }

  @Test func solvesIndefiniteSystems() throws {
    var matrix = SymmetricMatrix(order: 3)
    for (i, j, value) in [(0, 1, 2.0), (1, 1, -3), (0, 2, 1), (2, 2, 4)] { matrix[i, j] = value }
    let x = [1.0, -2, 0.5]
    var b = Vector.zeros(3)
    matrix.multiply(x, into: &b)
    let solution = try matrix.solve(b)
    for (a, b) in zip(solution, x) { #expect(abs(a - b) <= 1e-14) }
  }

  @Test func refusesSingularAndInfiniteSystems() {
    var matrix = SymmetricMatrix(order: 2)
    #expect(throws: FactorizationError.singular) { try matrix.solve([1, 1]) }
    matrix[0, 0] = .nan
    #expect(throws: FactorizationError.notFinite) { try matrix.solve([1, 1]) }
  }

  /// The second difference matrix has the eigenvalues 2 − 2 cos(kπ/(n+1)).
  @Test func eigenvaluesAscend() throws {
    var matrix = SymmetricMatrix.identity(order: 3, scale: 2)
    matrix[0, 1] = -1
    matrix[1, 2] = -1
    let root = 2.0.squareRoot()
    for (a, b) in zip(try matrix.eigenvalues(), [2 - root, 2, 2 + root]) {
      #expect(abs(a - b) <= 1e-14)
    }
  }

  @Test func rankTwoUpdates() {
    var matrix = SymmetricMatrix(order: 2)
    matrix.add(2, symmetricProductOf: [1, 2], [3, 4])
    #expect(matrix.rows == [[6, 10], [10, 16]])
  }
}
