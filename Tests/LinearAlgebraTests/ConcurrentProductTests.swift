import LinearAlgebra
import Testing

/// Products and factorizations on many threads at a time: each has the digits that it has alone.
@Suite struct ConcurrentProductTests {
  private static func product(seed: UInt64) -> [Double] {
    let n = 12 + Int(seed % 20)
    var random = RandomStream(seed: seed)
    let a = (0..<n * n).map { _ in random.normal() }
    var c = [Double](repeating: 0, count: n * n)
    var span = c.mutableSpan
    MatrixProduct(rows: n, inner: n, columns: n)(a.span, a.span, into: &span, 0..<n * n)
    return c
  }

  private static func eigenvalues(seed: UInt64) throws -> Vector {
    var random = RandomStream(seed: seed)
    var matrix = SymmetricMatrix(order: 24)
    for i in 0..<24 {
      for j in i..<24 { matrix[i, j] = random.normal() }
    }
    return try matrix.eigenvalues()
  }

  @Test func productsDoNotDisturbOneAnother() async {
    let alone = (0..<64).map { Self.product(seed: $0) }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          (0..<10).allSatisfy { _ in
            alone.indices.allSatisfy { Self.product(seed: UInt64($0)) == alone[$0] }
          }
        }
      }
      for await isSame in group { #expect(isSame) }
    }
  }

  @Test func eigenvaluesDoNotDisturbOneAnother() async throws {
    let alone = try (0..<64).map { try Self.eigenvalues(seed: $0) }
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try (0..<5).allSatisfy { _ in
            try alone.indices.allSatisfy { try Self.eigenvalues(seed: UInt64($0)) == alone[$0] }
          }
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }
}
