import LinearAlgebra
import Specifications
import Testing

@testable import Optimizers

@Suite struct MatrixMethodTests {
  static let shaped = ["muon", "shampoo", "soap", "sm3", "adafactor"]

  private static func random(_ count: Int, seed: UInt64) -> Vector {
    var stream = RandomStream(seed: seed)
    return (0..<count).map { _ in stream.normal() }
  }

  private static func singularValues(_ matrix: Matrix) throws -> [Double] {
    let side = matrix.rows > matrix.columns ? matrix.transposed : matrix
    var square = SymmetricMatrix(order: side.rows)
    square.blend(0, with: 1, timesTransposeOf: side)
    return try square.eigenvalues().map { max(0, $0).squareRoot() }
  }

  // MARK: Shapes

  @Test(arguments: shaped) func shapesThatDoNotFitAreRefused(name: String) throws {
    for shape in ["columns=5", "rows=13", "rows=3,columns=3"] {
      let settings = try OptimizerCatalogue.settings("\(name):\(shape)")
      expectRefusal(settings)
    }
  }

  private func expectRefusal(_ settings: some OptimizerSettings) {
    let start = Self.random(12, seed: 1)
    var run = Descents(settings, from: start, gradient: bowl(Vector(repeating: 1, count: 12)))
    #expect {
      try run.step()
    } throws: { error in
      guard case .failed(let text) = error as? Halt else { return false }
      return text.hasPrefix("12 variables are not a matrix of")
    }
    #expect(run.x == start)
    #expect(run.oracle.gradientCount == 0)
  }

  @Test func squareMatricesAreBounded() {
    let shape = MatrixShape().fitted(to: 1001, isSquared: true)
    #expect(shape.refusal != nil && shape.rows == 0)
    #expect(MatrixShape().fitted(to: 1000, isSquared: true).refusal == nil)
    #expect(MatrixShape(rows: 5001).fitted(to: 5001, isSquared: true).refusal != nil)
    #expect(MatrixShape(rows: 5000).fitted(to: 5000, isSquared: true).refusal == nil)
    #expect(MatrixShape(rows: .max, columns: 2).fitted(to: 12).refusal != nil)
  }

  @Test(arguments: shaped) func oneSideGivesTheOther(name: String) throws {
    let points = try ["rows=4", "columns=3", "rows=4,columns=3"].map { shape in
      try end(OptimizerCatalogue.settings("\(name):\(shape)"))
    }
    #expect(points[0] == points[1] && points[1] == points[2])
  }

  private func end(_ settings: some OptimizerSettings) throws -> Vector {
    let a = Self.random(12, seed: 2).map { abs($0) }
    var run = Descents(settings, from: Self.random(12, seed: 3), gradient: bowl(a))
    try run.step(5)
    return run.x
  }

  // MARK: Muon

  /// Singular values from 0.01 of the norm on end between 0.68 and 1.14, and the singular vectors
  /// stay: O Xᵀ is symmetric.
  @Test(arguments: [(1, 1), (1, 7), (3, 3), (4, 3), (3, 8), (10, 6)])
  func newtonSchulzIsNearlyOrthogonal(rows: Int, columns: Int) throws {
    var tested = 0
    for seed in 0..<40 {
      let matrix = Matrix(
        rows: rows, columns: columns,
        elements: Self.random(rows * columns, seed: UInt64(seed)))
      let norm = matrix.elements.norm
      guard try Self.singularValues(matrix)[0] >= 0.01 * norm else { continue }
      tested += 1
      let result = NewtonSchulz.orthogonalize(
        matrix, size: norm, coefficients: NewtonSchulz.coefficients, steps: 5)
      for value in try Self.singularValues(result) { #expect((0.68...1.14).contains(value)) }
      let product = result.times(matrix.transposed)
      for (a, b) in zip(product.elements, product.transposed.elements) {
        #expect(abs(a - b) <= 1e-12 * norm)
      }
    }
    #expect(tested > 30)
  }

  /// Only the direction of the gradient counts; a power of two scales without rounding.
  @Test func muonDoesNotSeeTheScale() throws {
    var muon = Muon()
    muon.shape = MatrixShape(columns: 3)
    let a = Self.random(12, seed: 4).map { abs($0) }
    var runs = [1, 0x1p40].map { scale in
      Descents(muon, from: Self.random(12, seed: 5), gradient: bowl(a.map { scale * $0 }))
    }
    for i in runs.indices { try runs[i].step(4) }
    #expect(runs[0].x == runs[1].x)
  }

  @Test func coefficientsAreThree() {
    #expect(throws: SpecificationError.self) {
      try OptimizerCatalogue.settings("muon:coefficients=1/2")
    }
  }

  // MARK: Shampoo and SOAP

  /// As a vector: ε (δI + Σ ggᵀ)^(−1/2) g, the root from the formula for order two,
  /// √M = (M + √det M I) / √(tr M + 2 √det M).
  @Test func shampooOfAVectorIsFullMatrixAdaGrad() throws {
    var shampoo = Shampoo(learningRate: 0.3)
    shampoo.epsilon = 0.01
    var run = Descents(shampoo, from: [1, -2], gradient: bowl([3, 1]))
    var (a, b, d) = (shampoo.epsilon, 0.0, shampoo.epsilon)
    for _ in 0..<10 {
      let old = run.x
      let g = bowl([3, 1])(old).gradient
      (a, b, d) = (a + g[0] * g[0], b + g[0] * g[1], d + g[1] * g[1])
      let root = (a * d - b * b).squareRoot()
      let scale = (a + d + 2 * root).squareRoot()
      let (p, q, r) = ((a + root) / scale, b / scale, (d + root) / scale)
      let determinant = p * r - q * q
      try run.step()
      let expected = [
        old[0] - 0.3 * (r * g[0] - q * g[1]) / determinant,
        old[1] - 0.3 * (p * g[1] - q * g[0]) / determinant,
      ]
      for (x, y) in zip(run.x, expected) { #expect(abs(x - y) <= 1e-12) }
    }
  }

  /// In one column the first step is the same: L^(−1/4) g R^(−1/4) = g / √(δ + ‖g‖²) for both.
  @Test func shampooOfAColumnBeginsAlike() throws {
    let start = Self.random(4, seed: 6)
    var column = Shampoo()
    column.shape = MatrixShape(columns: 1)
    var runs = [Shampoo(), column].map {
      Descents($0, from: start, gradient: bowl([1, 2, 3, 4]))
    }
    for i in runs.indices { try runs[i].step() }
    for (a, b) in zip(runs[0].x, runs[1].x) { #expect(abs(a - b) <= 1e-12) }
    let g = bowl([1, 2, 3, 4])(start).gradient
    let step = (1e-6 + g.dot(g)).squareRoot()
    for i in start.indices { #expect(abs(runs[0].x[i] - (start[i] - 0.1 * g[i] / step)) <= 1e-12) }
  }

  @Test func shampooWithoutEpsilonStaysWhereNoGradientWas() throws {
    var shampoo = Shampoo()
    shampoo.epsilon = 0
    var run = Descents(shampoo, from: [1, 2, 3], gradient: bowl([1, 0, 2]))
    try run.step(5)
    #expect(run.x[1] == 2 && run.x[0] < 1 && run.x.isFinite)
  }

  @Test func soapOnlyLooksInItsFirstStep() throws {
    var soap = SOAP(learningRate: 0.1)
    soap.shape = MatrixShape(columns: 2)
    let start = Self.random(6, seed: 7)
    var run = Descents(soap, from: start, gradient: bowl(Vector(repeating: 1, count: 6)))
    try run.step()
    #expect(run.x == start)
    try run.step(100)
    #expect(run.x.norm < 0.2 * start.norm)
  }
}
