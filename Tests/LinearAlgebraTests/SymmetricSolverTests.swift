import LinearAlgebra
import Testing

@Suite struct SymmetricSolverTests {
  private func matrix(order n: Int, diagonal: Double, seed: UInt64 = 1) -> SymmetricMatrix {
    var stream = RandomStream(seed: seed)
    var matrix = SymmetricMatrix(order: n)
    for i in 0..<n {
      for j in 0...i { matrix[i, j] = stream.normal() + (i == j ? diagonal : 0) }
    }
    return matrix
  }

  private func residual(_ matrix: SymmetricMatrix, shift: Double, _ x: Vector, _ b: Vector)
    -> Double
  {
    var product = Vector.zeros(b.count)
    matrix.multiply(x, into: &product)
    product.add(shift, x)
    product.add(-1, b)
    return product.norm
  }

  @Test(arguments: [1, 2, 7, 60]) func factorsSolveWithAnyShift(n: Int) throws {
    let a = matrix(order: n, diagonal: 3 * Double(n))
    let b = (0..<n).map { Double($0 + 1) }
    var solver = SymmetricSolver(order: n)
    solver.matrix = a
    try solver.begin()
    for shift in [0, 5, 0.25, -Double(9 * n)] {
      var x = b
      if shift >= 0 {
        let isPositive = solver.factorizePositive(shift: shift)
        #expect(isPositive)
        solver.solve(&x)
        #expect(abs(solver.inverseForm(b) - b.dot(x)) <= 1e-10 * b.dot(x))
      } else {
        let isPositive = solver.factorizePositive(shift: shift)
        #expect(!isPositive)
        try solver.factorizeIndefinite(shift: shift)
        solver.solve(&x)
      }
      #expect(residual(a, shift: shift, x, b) <= 1e-11 * b.norm)
      var product = Vector.zeros(n)
      a.multiply(b, into: &product)
      #expect(zip(solver.product(b), product).allSatisfy { abs($0 - $1) <= 1e-9 })
    }
  }

  @Test(arguments: [1, 2, 7, 60, 200]) func failedFactorsShowNegativeCurvature(n: Int) throws {
    let a = matrix(order: n, diagonal: -1)
    var solver = SymmetricSolver(order: n)
    solver.matrix = a
    try solver.begin()
    for shift in [0, 0.5, 2] {
      guard !solver.factorizePositive(shift: shift) else { continue }
      let d = solver.negativeDirection()
      #expect(abs(d.norm - 1) < 1e-14)
      #expect(d.dot(solver.product(d)) + shift <= 1e-12)
    }
  }

  @Test(arguments: [1, 2, 7, 60]) func eigensystemRebuildsTheMatrix(n: Int) throws {
    let a = matrix(order: n, diagonal: 0)
    var solver = SymmetricSolver(order: n)
    solver.matrix = a
    try solver.begin()
    _ = solver.factorizePositive()
    let system = try solver.eigensystem()
    let b = (0..<n).map { Double($0 * $0) - 3 }
    let image = zip(system.components(of: b), system.values).map { $0 * $1 }
    var product = Vector.zeros(n)
    a.multiply(b, into: &product)
    let size = system.values.largestMagnitude * b.norm
    #expect(zip(system.combination(image), product).allSatisfy { abs($0 - $1) <= 1e-13 * size })
    #expect(abs(system[0].norm - 1) < 1e-13)
  }

  @Test func refusesWhatIsNotFinite() {
    var solver = SymmetricSolver(order: 2)
    solver.matrix[0, 1] = .nan
    #expect(throws: FactorizationError.notFinite) { try solver.begin() }
  }

  @Test func singularMatricesAreTold() throws {
    var solver = SymmetricSolver(order: 2)
    try solver.begin()
    let isPositive = solver.factorizePositive()
    #expect(!isPositive)
    #expect(throws: FactorizationError.singular) { try solver.factorizeIndefinite() }
  }
}
