import LinearAlgebra
import Objectives
import Testing

/// Functions written outside the package's own targets, importing only what the README says.
@Suite struct OwnFunctionTests {
  /// At (3/2, 2), by hand: f = −x/y + 2xy − x/4 + 1, ∂f/∂x = −1/y + 2y − 1/4, ∂f/∂y = x/y² + 2x,
  /// ∂²f/∂x² = 0, ∂²f/∂x∂y = 1/y² + 2, ∂²f/∂y² = −2x/y³; all of them are binary fractions.
  @Test(arguments: [false, true])
  func everyOperatorHasDerivatives(assigns: Bool) {
    let function = EveryOperator(assigns: assigns)
    #expect(function.value(at: [1.5, 2]) == 5.875)
    #expect(function.gradient(at: [1.5, 2]) == [3.25, 3.375])
    #expect(function.hessian(at: [1.5, 2]).rows == [[0, 2.25], [2.25, -0.375]])
  }

  @Test func aFormulaOfManyVariablesDivides() throws {
    let function = LongQuotient()
    let griewank = try FunctionCatalogue.function("griewank")
    #expect(function.gradient(at: [0, 0]) == [0, 0])
    #expect(abs(function.value(at: [3, -2]) - griewank.value(at: [3, -2])) <= 4e-16)
  }
}
