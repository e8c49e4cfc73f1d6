import Objectives
import Testing

/// Points where a formula is 0/0 or has a kink.
@Suite struct PlaneFunctionTests {
  @Test func dropWaveIsSmoothAtItsMinimizer() {
    let function = DropWave()
    #expect(function.gradient(at: [0, 0]) == [0, 0])
    let hessian = function.hessian(at: [0, 0]).rows.flatMap { $0 }
    expectClose(hessian, [72.5, 0, 0, 72.5], tolerance: 1e-15, "Hessian at 0")
  }

  /// The wave and its derivatives do not jump where the series gives way to the cosine, at a radius
  /// of 1/12.
  @Test func dropWaveIsSmoothAtTheSeam() {
    let function = DropWave()
    let seam = 1 / 12.0
    let (inside, outside) = ([seam * (1 - 1e-15), 0], [seam * (1 + 1e-15), 0])
    #expect(abs(function.value(at: inside) - function.value(at: outside)) <= 4e-15)
    expectClose(
      function.gradient(at: inside), function.gradient(at: outside), tolerance: 1e-14, "gradient")
    expectClose(
      function.hessian(at: inside).rows.flatMap { $0 },
      function.hessian(at: outside).rows.flatMap { $0 }, tolerance: 1e-13, "Hessian")
  }

  /// At a kink the derivative is that between the slopes on either side.
  @Test func slopesAtKinks() {
    #expect(Bukin6().value(at: [-10, 1]) == 0)
    #expect(Bukin6().gradient(at: [-10, 1]) == [0, 0])
    #expect(Price1().gradient(at: [0, 7]) == [0, 4])
    #expect(HolderTable().gradient(at: [0, 1]) == [0, 0])
    #expect(CrossInTray().gradient(at: [0, 0]) == [0, 0])
    #expect(Eggholder().gradient(at: [0, -47]).allSatisfy { $0.isFinite })
  }

  /// Minima on an edge: level along it, falling outwards.
  @Test(arguments: ["eggholder", "adjiman"])
  func edgeMinimaFallOutwards(_ name: String) throws {
    let function = try FunctionCatalogue.function(name)
    let minimizer = try #require(function.minimizers.first)
    let gradient = function.gradient(at: minimizer)
    #expect(minimizer[0] == function.domain[0].upperBound)
    #expect(gradient[0] < 0)
    #expect(abs(gradient[1]) <= 1e-12)
  }
}
