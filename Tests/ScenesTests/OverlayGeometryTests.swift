import Contours
import LinearAlgebra
import Testing

@testable import Experiments
@testable import Scenes

struct OverlayGeometryTests {

  private static let forms = [
    PlaneForm(2, 0, 5), PlaneForm(1, 0.5, 3), PlaneForm(1e6, 999, 1), PlaneForm(-1, 0.3, 2),
    PlaneForm(0, 1, 0), PlaneForm(-2, 1, -3), PlaneForm(1e-3, 0, 1e3), PlaneForm(3, -2, 1),
  ]

  @Test(arguments: forms) func eigenvectorsAreWhatTheyAre(form: PlaneForm) throws {
    let (values, axis) = form.eigensystem
    #expect(abs((axis * axis).sum() - 1) <= 1e-15)
    let scale = max(abs(form.a), abs(form.c), abs(form.b))
    for (value, v) in [(values.x, axis), (values.y, PlanePoint(-axis.y, axis.x))] {
      let residual = form.product(v) - value * v
      #expect((residual * residual).sum().squareRoot() <= 1e-14 * scale)
    }
    let inverse = try #require(form.inverse)
    let back = form.product(inverse.product(PlanePoint(1, -2)))
    #expect(abs(back.x - 1) <= 1e-8 && abs(back.y + 2) <= 1e-8)
  }

  @Test func singularFormsHaveNoInverse() {
    for form in [PlaneForm(0, 0, 0), PlaneForm(1, 0, 0), PlaneForm(1, 1, 1)] {
      #expect(form.inverse == nil)
      #expect(Conic(modelAbout: PlanePoint(0, 0), gradient: PlanePoint(1, 2), form: form) == nil)
    }
  }

  /// All vertices lie on the level of the model that the point itself has.
  @Test(arguments: forms) func theModelsContourPassesThroughThePoint(form: PlaneForm) throws {
    let (x, g) = (PlanePoint(0.7, -1.2), PlanePoint(2, 1))
    let conic = try #require(Conic(modelAbout: x, gradient: g, form: form))
    let curves = conic.curves(near: x, reach: 10)
    let values = form.eigensystem.values
    #expect(curves.count == (values.x * values.y > 0 ? 1 : 2))
    for vertex in curves.flatMap({ $0 }) {
      let p = vertex - x
      let terms = [(g * p).sum(), (p * form.product(p)).sum() / 2]
      let size = abs(form.a) * (vertex * vertex + x * x).sum() + abs(form.c) * 4 + 10
      #expect(abs(terms[0] + terms[1]) <= 1e-9 * size * max(1, (p * p).sum()))
    }
    // The point is on the curve, between vertices.
    let nearest = curves.flatMap { $0 }.map { ($0 - x) * ($0 - x) }.map { $0.sum().squareRoot() }
    #expect((nearest.min() ?? .infinity) <= 0.2)
    // Where it is stationary.
    let gradient = g + form.product(conic.center - x)
    #expect((gradient * gradient).sum().squareRoot() <= 1e-6)
    #expect(conic.hasMinimum == (values.x > 0 && values.y > 0))
  }

  /// Near the point an ellipse is dense even where it is much larger than the picture.
  @Test func largeEllipsesAreSmoothInThePicture() throws {
    let form = PlaneForm(1e-8, 0, 1)
    let conic = try #require(
      Conic(modelAbout: PlanePoint(0, 0), gradient: PlanePoint(1, 1), form: form))
    let curve = conic.curves(near: PlanePoint(0, 0), reach: 1)[0]
    let near = curve.filter { abs($0.x) < 0.5 && abs($0.y) < 0.5 }
    #expect(near.count >= 5)
    #expect(curve[0].x.isFinite && abs(curve[0].x - curve[curve.count - 1].x) < 1e-3 * 1e8)
  }

  @Test func theEllipseOfMHoldsTheQuasiNewtonPoint() throws {
    let (inverse, g, x) = (PlaneForm(2, 0.5, 0.7), PlanePoint(1, -3), PlanePoint(1, 1))
    let metric = try #require(inverse.inverse)
    let level = (g * inverse.product(g)).sum()
    let conic = try #require(Conic(center: x, form: metric, level: level))
    let q = -inverse.product(g)
    #expect(abs((q * metric.product(q)).sum() - conic.level) <= 1e-12 * conic.level)
    // No other point of it promises more.
    let slopes = conic.curves(near: x, reach: 10)[0].map { (g * ($0 - x)).sum() }
    let steepest = try #require(slopes.min())
    #expect(steepest >= (g * q).sum() - 1e-9 && steepest <= 0.999 * (g * q).sum())
  }

  /// Where the model's minimum is marked, a full Newton step leads.
  @Test func newtonGoesToTheMarkedMinimum() throws {
    let run = try DetailedRace.run("newton", from: [4, 3])
    let overlays = DetailedRace.overlays([run], [.model])
    for clock in 0..<3 {
      let next = run.point(clock + 1)
      let place = try #require(overlays.map.point(next[0], next[1]))
      let centers = overlays.elements(at: clock).flatMap(\.marks).flatMap(\.pluses)
      #expect(centers.contains { $0.distance(to: place) < 1e-6 })
    }
  }

  /// Equal units in x and y need not be equal in pixels: a ball is an ellipse then.
  @Test func theRegionHasItsRadiusInBothUnits() throws {
    let run = try DetailedRace.run("trust-exact:radius=0.5")
    let overlays = DetailedRace.overlays([run], [.region])
    let x = run.point(0)
    let center = try #require(overlays.map.point(x[0], x[1]))
    let ring = overlays.elements(at: 0).flatMap(\.marks).flatMap(\.points).filter {
      overlays.map.area.grown(by: -1).contains($0)
    }
    let (width, height) = (ring.map { abs($0.x - center.x) }, ring.map { abs($0.y - center.y) })
    #expect(abs((width.max() ?? 0) - 0.5 * 40) < 0.05)
    #expect(abs((height.max() ?? 0) - 0.5 * 30) < 0.05)
  }

  /// −ε∇f and momentum add up to the step, on the page as well.
  @Test func arrowsOfMomentumAddUp() throws {
    let run = try DetailedRace.run("momentum:lr=0.001,alpha=0.5")
    func tip(_ overlay: RaceOverlay, _ clock: Int) throws -> Point {
      let overlays = DetailedRace.overlays([run], [overlay])
      let arrows = ArrowScale(overlays.paths.map(\.run), on: overlays.map)
      let entrant = overlays.paths[0].run
      #expect(arrows.gradientFactor(of: entrant, on: overlays.map) == arrows.factor)
      let diagnostics = try #require(entrant.diagnostics(clock))
      let vector: PlanePoint? =
        switch overlay {
        case .gradient: -entrant.nextRate(clock) * diagnostics.gradient
        case .momentum: diagnostics.momentum
        default: entrant.nextStep(clock)
        }
      let offset = try #require(vector.flatMap(overlays.map.offset))
      return arrows.drawn(offset, on: overlays.map).offset
    }
    for clock in 8..<12 {
      let (g, m, s) = (try tip(.gradient, clock), try tip(.momentum, clock), try tip(.step, clock))
      #expect(Point(g.x + m.x, g.y + m.y).distance(to: s) <= 1e-9 * s.length)
    }
  }

  @Test func arrowsAreScaledAndShortened() throws {
    let map = Plot(area: Rect(x: 0, y: 0, width: 400, height: 400), x: -5...5, y: -5...5)
    // Steps of 0.1, 4 pixels.
    let points = (0...20).map { (-1 + 0.1 * Double($0), 0.0) }
    let entrant = RaceRun(
      Fixture.trajectory(points), index: 0, clock: .steps, colors: .light)
    let scale = ArrowScale([entrant], on: map)
    #expect(scale.factor == 10)
    #expect(scale.note == "arrows and boxes ×10")
    #expect(scale.drawn(Point(4, 0), on: map) == (Point(40, 0), false))
    #expect(scale.drawn(Point(0, 20), on: map) == (Point(0, 100), true))
    #expect(scale.drawn(Point(0, 200), on: map) == (Point(0, 100), true))
    #expect(scale.drawn(Point(0, 200), on: map, keepsLength: true) == (Point(0, 200), true))
    #expect(ArrowScale([], on: map).note == nil)
  }

  @Test(arguments: [
    ([0.1, 0.1], false, 0.1), ([0.1, .nan, 0.05], false, 0.05), ([1, 1e-3], true, 1e-3),
    ([], false, 0.5), ([.infinity, .nan], false, 0.5), ([0, 0], false, 0),
    ([1e300, 1e-300], true, 1e300),
  ])
  func ratesHaveAnAxis(rates: [Double], isLogarithmic: Bool, shown: Double) {
    let axis = ValueAxis(values: rates, scale: nil, title: "rate ε")
    #expect(axis.isLogarithmic == isLogarithmic)
    #expect(axis.ordinate(shown) == shown)
    #expect(axis.domain.contains(shown) && axis.domain.upperBound.isFinite)
    #expect(axis.ordinate(.nan) == nil)
  }

  /// In more variables vectors are projected, and boxes need a plane along axes.
  @Test func diagnosticsAreProjected() throws {
    var matrix = SymmetricMatrix(order: 3)
    for (i, j, value) in [(0, 0, 1.0), (0, 2, 2), (2, 2, 5), (1, 1, 7)] { matrix[i, j] = value }
    let detail = StepDetail(
      gradient: [1, 2, 3],
      diagnostics: [
        .momentum([4, 5, 6]), .scale([7, 8, 9]), .region([2, 2, 2]), .model(matrix),
      ],
      trials: [[1, 0, -1]])
    let along = RacePlane(axes: (0, 2), through: [0, 0, 0], titles: nil, note: nil)
    let shown = try #require(StepDiagnostics(detail, on: along))
    #expect(shown.gradient == PlanePoint(1, 3) && shown.momentum == PlanePoint(4, 6))
    #expect(shown.scale == PlanePoint(7, 9) && shown.region == PlanePoint(2, 2))
    #expect(shown.model == PlaneForm(1, 2, 5) && shown.trials == [PlanePoint(1, -1)])
    let oblique = RacePlane(
      origin: [0, 0, 0], u: [0.6, 0.8, 0], v: [0, 0, 1], titles: ("a", "b"), note: nil)
    let tilted = try #require(StepDiagnostics(detail, on: oblique))
    #expect(tilted.scale == nil && tilted.region == PlanePoint(2, 2))
    #expect(abs(tilted.gradient.x - 2.2) <= 1e-15 && tilted.gradient.y == 3)
    #expect(StepDiagnostics(detail, on: .graph) == nil)
  }
}

extension OverlayGeometryTests {
  /// How far the ellipse of M reaches along a direction of the plane is how far the ellipsoid does.
  @Test func theEllipseOfMIsTheShadowOfTheEllipsoid() throws {
    let entries = [[4.0, 1, 0.5], [1, 3, -0.7], [0.5, -0.7, 2]]
    var inverse = SymmetricMatrix(order: 3)
    for i in 0..<3 { for j in 0...i { inverse[i, j] = entries[i][j] } }
    func square(_ w: [Double]) -> Double {
      (0..<3).reduce(0) { sum, i in sum + (0..<3).reduce(0) { $0 + w[i] * entries[i][$1] * w[$1] } }
    }
    let plane = RacePlane(
      origin: [0, 0, 0], u: [0.6, 0.8, 0], v: [0, 0, 1], titles: ("a", "b"), note: nil)
    let before = StepDetail(gradient: [1, 2, 3], diagnostics: [], trials: [])
    let detail = StepDetail(gradient: [0, 0, 1], diagnostics: [.inverse(inverse)], trials: [])
    #expect(try #require(StepDiagnostics(detail, on: plane)).metric == nil)
    let metric = try #require(StepDiagnostics(detail, after: before, on: plane)?.metric)
    #expect(abs(metric.level - square([1, 2, 3])) <= 1e-12 * metric.level)
    let conic = try #require(
      Conic(center: PlanePoint(0, 0), form: metric.form, level: metric.level))
    let curve = conic.curves(near: PlanePoint(0, 0), reach: 20)[0]
    for angle in stride(from: 0.0, to: 6, by: 0.4) {
      let w = PlanePoint(.cos(angle), .sin(angle))
      let reach = try #require(curve.map { ($0 * w).sum() }.max())
      let expected = (metric.level * square([0.6 * w.x, 0.8 * w.x, w.y])).squareRoot()
      #expect(reach <= expected * (1 + 1e-12) && reach >= expected * 0.999)
    }
  }
}

extension Mark {
  /// Where plus signs are within a mark.
  var pluses: [Point] {
    switch self {
    case .marker(.plus, let place, _, _, _): [place]
    case .clipped(_, let marks): marks.flatMap(\.pluses)
    default: []
    }
  }
}
