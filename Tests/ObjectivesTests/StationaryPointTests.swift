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
    ("kinks", [0, 0], .kink),
    ("kinks", [1, 1], .kink),
    ("bukin6", [-10, 1], .kink),
    ("sharp-ridge:n=4", [1, 0, 0, 0], .kink),
    ("salomon", [0, 0], .kink),
    ("ackley:n=3", [0, 0, 0], .kink),
    ("price1", [5, -5], .minimum),
    ("schwefel-raw", [0, 0], .degenerate),
    ("himmelblau", [-3.779310253377747, -3.2831859912861696], .minimum),
    ("mgh-2", [11.412778986902094, -0.8968052532744765], .localMinimum),
    ("mgh-3", [1.0981593296998175e-05, 9.106146739866524], .minimum),
    ("mgh-4", [1e6, 2e-6], .minimum),
    ("mgh-13", [0, 0, 0, 0], .degenerate),
    ("quadratic:n=4,condition=1e8", [0, 0, 0, 0], .minimum),
    ("booth", [.infinity, 0], .undefined),
  ]

  @Test(arguments: cases.indices)
  func kinds(_ i: Int) throws {
    let (text, x, kind) = Self.cases[i]
    let function = try FunctionCatalogue.function(text)
    #expect(StationaryPoint(of: function, at: x).kind == kind, "\(text) at \(x)")
  }

  /// What the catalogue states of a point is what its derivatives say.
  @Test(arguments: FunctionCatalogueTests.specifications)
  func statedKindsAreThoseComputed(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    for critical in function.criticalPoints {
      let kind = StationaryPoint(of: function, at: critical.point).kind
      #expect(kind == critical.kind, "\(critical.point)")
    }
  }

  /// A minimizer is a minimum, or a kink, or lies on the edge of the domain, or has a flat
  /// direction.
  @Test(arguments: FunctionCatalogueTests.specifications)
  func minimizersAreMinima(_ text: String) throws {
    let function = try FunctionCatalogue.function(text)
    let tags = function.tags
    let kinds = function.minimizers.map { StationaryPoint(of: function, at: $0).kind }
    #expect(!tags.contains(.singular) || kinds.contains(.degenerate), "not singular")
    for (x, kind) in zip(function.minimizers, kinds) {
      switch kind {
      case .minimum: break
      case .degenerate: #expect(!tags.contains(.smooth) || tags.contains(.singular), "\(x)")
      case .kink: #expect(tags.contains(.nonSmooth), "\(x)")
      case .notStationary: #expect(tags.contains(.boundaryMinimum), "\(x)")
      default: Issue.record("\(x) is a \(kind)")
      }
    }
  }

  /// Booth's Hessian is ((10, 8), (8, 10)).
  @Test func eigenvaluesAreThoseOfTheHessian() {
    let point = StationaryPoint(of: Booth(), at: [1, 3])
    expectClose(point.eigenvalues, [2, 18], tolerance: 1e-14, "Booth")
    #expect(point.value == 0 && point.gradientNorm == 0)
  }
}
