import LinearAlgebra
import Testing

@Suite struct MatrixTests {
  private static func random(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var stream = RandomStream(seed: seed)
    return Matrix(
      rows: rows, columns: columns, elements: (0..<rows * columns).map { _ in stream.normal() })
  }

  private static func identity(_ n: Int) -> Matrix { Matrix(.identity(order: n)) }

  /// Entries of size 1 and sums of at most 12: a few units in the last place of each.
  private func expectClose(_ a: Matrix, _ b: Matrix, tolerance: Double = 1e-13) {
    #expect(a.rows == b.rows && a.columns == b.columns)
    for (x, y) in zip(a.elements, b.elements) { #expect(abs(x - y) <= tolerance) }
  }

  @Test func productsFollowTheDefinition() {
    let a = Matrix(rows: 2, columns: 3, elements: [1, 2, 3, 4, 5, 6])
    let b = Matrix(rows: 3, columns: 2, elements: [1, 0, -1, 2, 0.5, 1])
    #expect(a.times(b).elements == [0.5, 7, 2, 16])
    #expect(a.transposed.elements == [1, 4, 2, 5, 3, 6])
    #expect(a.timesTranspose == a.times(a.transposed))
    #expect(a.columns([2, 0]).elements == [3, 1, 6, 4])
    #expect(a.rows([1]).elements == [4, 5, 6])
  }

  @Test func symmetricMatricesTakeInProducts() {
    var matrix = SymmetricMatrix.identity(order: 2)
    matrix.blend(2, with: 0.5, timesTransposeOf: Matrix(rows: 2, columns: 1, elements: [2, 4]))
    #expect(matrix.rows == [[4, 4], [4, 10]])
  }

  @Test(arguments: 1...12) func eigenvectorsDiagonalize(n: Int) throws {
    var matrix = SymmetricMatrix(order: n)
    matrix.blend(0, with: 1, timesTransposeOf: Self.random(n, n, seed: UInt64(n)))
    matrix.addToDiagonal(-1)
    let (values, vectors) = try matrix.eigensystem()
    #expect(values == values.sorted())
    expectClose(vectors.transposed.times(vectors), Self.identity(n))
    let scale = 1e-14 * Double(n) * values.map { abs($0) }.reduce(1, max)
    var scaled = vectors
    for i in 0..<n {
      for j in 0..<n { scaled[i, j] *= values[j] }
    }
    expectClose(Matrix(matrix).times(vectors), scaled, tolerance: scale)
  }

  @Test(arguments: 1...12) func orthogonalFactorsMultiplyBack(n: Int) throws {
    for rows in [n, n + 3] {
      let matrix = Self.random(rows, n, seed: UInt64(100 + n))
      let (q, r) = try matrix.orthogonalFactors()
      expectClose(q.times(r), matrix)
      expectClose(q.transposed.times(q), Self.identity(n))
      for i in 0..<n {
        for j in 0..<i { #expect(r[i, j] == 0) }
      }
    }
  }

  @Test func orthogonalFactorsNeedNoRank() throws {
    let (q, r) = try Matrix(rows: 3, columns: 2).orthogonalFactors()
    expectClose(q.transposed.times(q), Self.identity(2))
    #expect(r.elements.allSatisfy { $0 == 0 })
  }

  @Test func infiniteMatricesAreRefused() {
    var matrix = SymmetricMatrix(order: 2)
    matrix[0, 1] = .infinity
    #expect(throws: FactorizationError.notFinite) { try matrix.eigensystem() }
    #expect(throws: FactorizationError.notFinite) { try Matrix(matrix).orthogonalFactors() }
  }
}
