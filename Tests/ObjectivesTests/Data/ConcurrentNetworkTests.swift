import LinearAlgebra
import Objectives
import Testing

/// Networks on many threads at a time: each answers with the digits that it has alone.
@Suite struct ConcurrentNetworkTests {
  @Test(arguments: [
    "mlp:data=moons(n=12),hidden=5",
    "mlp:data=circles(n=8),hidden=4/3,activation=tanh,batch-norm=true",
  ])
  func hessiansDoNotDisturbOneAnother(_ text: String) async throws {
    let alone = try Self.hessian(text)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try (0..<60).allSatisfy { _ in try Self.hessian(text) == alone }
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  private static func hessian(_ text: String) throws -> SymmetricMatrix {
    let function = try FunctionCatalogue.function(text)
    var hessian = SymmetricMatrix(order: function.dimension)
    function.hessian(at: function.start.span, into: &hessian)
    return hessian
  }
}
