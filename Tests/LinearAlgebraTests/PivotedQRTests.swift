import LinearAlgebra
import Testing

@Suite struct PivotedQRTests {
  private func random(_ rows: Int, _ columns: Int, seed: UInt64) -> Matrix {
    var stream = RandomStream(seed: seed)
    return Matrix(
      rows: rows, columns: columns, elements: (0..<(rows * columns)).map { _ in stream.normal() })
  }

  /// Jᵀ(J x − b) + E² x.
  private func normalResidual(_ a: Matrix, _ b: Vector, _ x: Vector, _ e: Vector) -> Double {
    let rest = zip(a.times(x), b).map { $0 - $1 }
    let image = a.transposed.times(rest)
    return x.indices.map { abs(image[$0] + e[$0] * e[$0] * x[$0]) }.max() ?? 0
  }

  @Test(arguments: [(1, 1), (5, 3), (20, 20), (40, 7), (3, 5)])
  func solvesLeastSquares(_ rows: Int, _ columns: Int) throws {
    let a = random(rows, columns, seed: 3)
    let b = random(rows, 1, seed: 4).elements
    var factors = PivotedQR(rows: rows, columns: columns)
    try factors.factorize(a)
    #expect(factors.rank == min(rows, columns))
    let c = factors.rotated(b)
    #expect(normalResidual(a, b, factors.solution(c), .zeros(columns)) <= 1e-11)
    let e = Vector(repeating: 0.7, count: columns)
    #expect(normalResidual(a, b, factors.dampedSolution(c, diagonal: e).solution, e) <= 1e-11)
  }

  /// AᵀA + E² = P SᵀS Pᵀ, also for zeros in E.
  @Test func triangleIsThatOfTheNormalEquations() throws {
    let a = random(6, 4, seed: 5)
    let e: Vector = [0.5, 0, 2, 1e3]
    var factors = PivotedQR(rows: 6, columns: 4)
    try factors.factorize(a)
    let s = factors.dampedSolution(.zeros(4), diagonal: e).triangle
    for j in 0..<4 {
      var unit = Vector.zeros(4)
      unit[j] = 1
      var expected = a.transposed.times(a.times(unit))
      expected[j] += e[j] * e[j]
      let image = factors.restored(s.transposeTimes(s.times(factors.permuted(unit))))
      #expect(zip(image, expected).allSatisfy { abs($0 - $1) <= 1e-9 * (1 + e[j] * e[j]) })
    }
    let x: Vector = [1, -2, 3, 0.5]
    let back = s.solveTransposed(s.transposeTimes(x))
    #expect(zip(back, x).allSatisfy { abs($0 - $1) <= 1e-10 })
  }

  @Test func dependentColumnsAreLeftOut() throws {
    let a = Matrix(rows: 3, columns: 3, elements: [1, 2, 1e-9, 2, 4, 1e-9, 3, 6, 2e-9])
    var factors = PivotedQR(rows: 3, columns: 3)
    try factors.factorize(a)
    #expect(factors.rank == 2)
    #expect(factors.order[0] == 1)
    let b: Vector = [1, 2, 3]
    let x = factors.solution(factors.rotated(b))
    #expect(x[0] == 0)
    #expect(zip(a.times(x), b).allSatisfy { abs($0 - $1) <= 1e-14 })
    try factors.factorize(Matrix(rows: 3, columns: 3))
    #expect(factors.rank == 0)
    #expect(factors.solution(factors.rotated(b)) == [0, 0, 0])
  }

  @Test func infinitiesAreRefused() {
    var factors = PivotedQR(rows: 1, columns: 1)
    #expect(throws: FactorizationError.notFinite) {
      try factors.factorize(Matrix(rows: 1, columns: 1, elements: [.infinity]))
    }
  }

  @Test func columnNormsDoNotOverflow() throws {
    var factors = PivotedQR(rows: 2, columns: 1)
    try factors.factorize(Matrix(rows: 2, columns: 1, elements: [3e200, 4e200]))
    #expect(abs(factors.columnNorms[0] / 5e200 - 1) <= 1e-15)
  }
}
