import Foundation
import LinearAlgebra
import Testing

@testable import Optimizers

/// Conjugate gradients with exact search against the stored iterates of scipy's linear method on
/// f = xᵀ A x / 2 − bᵀ x.
@Suite struct LinearCGTests {
  struct Record: Decodable {
    let A: [Vector]
    let b: Vector
    let start: Vector
    let iterates: [Vector]

    var oracle: TestOracle {
      var matrix = SymmetricMatrix(order: b.count)
      for i in b.indices { for j in 0...i { matrix[i, j] = A[i][j] } }
      return TestOracle(
        dimension: b.count,
        gradient: { [matrix] x in
          var product = Vector.zeros(x.count)
          matrix.multiply(x, into: &product)
          return (x.dot(product) / 2 - b.dot(x), zip(product, b).map { $0 - $1 })
        },
        hessian: { [matrix] _ in matrix })
    }
  }

  @Test func iteratesAreScipys() throws {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/scipy/linear_cg.json")
    let file = try JSONDecoder().decode([String: [Record]].self, from: Data(contentsOf: fixture))
    let records = try #require(file["records"])
    #expect(!records.isEmpty)
    var settings = ConjugateGradients()
    settings.lineSearch.search = ExactSearch()
    for record in records {
      for (k, expected) in record.iterates.enumerated() {
        let run = Run(
          settings, from: record.start, on: record.oracle, tolerance: 1e-12, mostSteps: k)
        let error = zip(run.x, expected).map { abs($0 - $1) }.max() ?? 0
        #expect(error <= 1e-9, "n = \(record.b.count), step \(k)")
      }
    }
  }
}
