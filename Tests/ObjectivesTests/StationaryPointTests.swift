import Objectives
import Testing

@Suite struct StationaryPointTests {
  static let cases: [(String, [Double], StationaryPoint.Kind)] = [
    ("himmelblau", [3, 2], .minimum),
    ("himmelblau", [-0.2708445906673476, -0.9230385564799815], .maximum),
    ("saddle", [0, 0], .saddle),
    ("monkey-saddle", [0, 0], .degenerate),
    ("himmelblau", [0, 0], .notStationary),
    ("kinks", [1, 0], .notStationary),
    ("quadratic:n=4,condition=1e8", [0, 0, 0, 0], .minimum),
    ("booth", [.infinity, 0], .undefined),
  ]

  @Test(arguments: cases.indices)
  func kinds(_ i: Int) throws {
    let (text, x, kind) = Self.cases[i]
    let function = try FunctionCatalogue.function(text)
    #expect(StationaryPoint(of: function, at: x).kind == kind, "\(text) at \(x)")
  }

  /// Booth's Hessian is ((10, 8), (8, 10)).
  @Test func eigenvaluesAreThoseOfTheHessian() {
    let point = StationaryPoint(of: Booth(), at: [1, 3])
    expectClose(point.eigenvalues, [2, 18], tolerance: 1e-14, "Booth")
    #expect(point.value == 0 && point.gradientNorm == 0)
  }
}
