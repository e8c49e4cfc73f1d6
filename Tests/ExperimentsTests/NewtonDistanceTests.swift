import LinearAlgebra
import Objectives
import Testing

@testable import Experiments

/// Whether a run is at a minimum is judged without the unit of f, in few variables and in many.
@Suite struct NewtonDistanceTests {
  @Test(arguments: [2, 64, 65, 200], [1e-30, 1, 1e30])
  func doesNotDependOnTheUnitOfTheFunction(n: Int, factor: Double) throws {
    let function = try FunctionCatalogue.function("\(factor)*sum(i,1,n,i*x[i]^2):n=\(n)")
    func isThere(_ offset: Double) -> Bool {
      isWithinRounding(
        Vector(repeating: offset, count: n), of: function, from: Vector(repeating: 1, count: n))
    }
    #expect(isThere(0x1p-49) && isThere(0x1p-60))
    #expect(!isThere(0x1p-47) && !isThere(1))
  }

  /// Nor is a point of negative curvature taken for a minimum, however small the gradient.
  @Test(arguments: [2, 65]) func saddlesAreNoMinima(n: Int) throws {
    let function = try FunctionCatalogue.function("sum(i,1,n,x[i]^2)-2*x[1]^2:n=\(n)")
    let point = Vector(repeating: 0x1p-60, count: n)
    let isThere = isWithinRounding(
      point, of: function, from: Vector(repeating: 1, count: n))
    #expect(!isThere)
  }

  /// In (x - 1e6)² + (y - 2e-6)² + (xy - 2)² a step of 1e-19 in y comes of a gradient of 2e-7,
  /// which doubles can tell from 0 there.
  @Test func aShortStepAlongASteepAxisIsNoMinimum() throws {
    let function = try FunctionCatalogue.function("mgh-4")
    func isThere(_ offset: Double) -> Bool {
      isWithinRounding([1e6, 2e-6 + offset], of: function, from: function.start)
    }
    #expect(isThere(0) && !isThere(1e-19))
  }
}
