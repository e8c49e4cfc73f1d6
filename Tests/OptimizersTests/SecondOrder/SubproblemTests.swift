import Foundation
import LinearAlgebra
import Testing

@testable import Optimizers

/// Trust-region subproblems against 50-digit solutions and scipy's approximate ones.
@Suite struct SubproblemTests {
  struct Solution: Decodable {
    let p: Vector
    let modelChange: Double
    let multiplier: Double?
    let hardCase: Bool?

    enum CodingKeys: String, CodingKey {
      case p, multiplier
      case modelChange = "model_change"
      case hardCase = "hard_case"
    }
  }

  struct Record: Decodable {
    let kind: String
    let radius: Double
    let g: Vector
    let H: [Vector]
    let exact: Solution
    let dogleg: Solution?
    let steihaug: Solution?

    /// f = gᵀx + xᵀHx/2, whose model at 0 it is.
    var oracle: TestOracle {
      var matrix = SymmetricMatrix(order: g.count)
      for i in g.indices { for j in 0...i { matrix[i, j] = H[i][j] } }
      return TestOracle(
        dimension: g.count,
        gradient: { [matrix, g] x in
          var product = Vector.zeros(x.count)
          matrix.multiply(x, into: &product)
          return (g.dot(x) + x.dot(product) / 2, zip(product, g).map { $0 + $1 })
        },
        hessian: { [matrix] _ in matrix })
    }
  }

  static func records() throws -> [Record] {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/scipy/trust_region_subproblems.json")
    return try JSONDecoder().decode([String: [Record]].self, from: Data(contentsOf: fixture))[
      "records", default: []]
  }

  /// The first step is taken, as the model is f.
  private func first<S: TrustRegionSettings>(_ settings: S, _ record: Record) -> Run {
    var settings = settings
    settings.region.radius = record.radius
    let start = Vector.zeros(record.g.count)
    return Run(settings, from: start, on: record.oracle, tolerance: -1, mostSteps: 1)
  }

  private func distance(_ a: Vector, _ b: Vector) -> Double {
    zip(a, b).map { $0 - $1 }.norm / b.norm
  }

  @Test func exactStepsAreExact() throws {
    let records = try Self.records()
    #expect(records.count == 24)
    #expect(records.contains { $0.exact.hardCase == true })
    for (index, record) in records.enumerated() {
      var settings = TrustExact()
      settings.tolerance = 0
      let run = first(settings, record)
      let (p, exact) = (run.x, record.exact)
      let mirrored = record.exact.hardCase == true && record.g.dot(p) < 0
      #expect(p.norm <= record.radius * (1 + 1e-14))
      #expect(
        abs(run.value - exact.modelChange) <= 1e-13 * max(1, abs(exact.modelChange)),
        "\(index), \(record.kind)")
      #expect(run.oracle.gradientCount == 2)
      #expect(run.oracle.hessianCount == 1)
      if exact.hardCase == true || mirrored { continue }
      #expect(distance(p, exact.p) <= 1e-12, "\(index), \(record.kind): \(p), \(exact.p)")
    }
  }

  /// The model falls by all but the square of the tolerance's share, on a step that is as long as
  /// it may be.
  @Test(arguments: [0.5, 0.1, 1e-3, 1e-8])
  func earlyEndsAreNearlyExact(tolerance: Double) throws {
    var settings = TrustExact()
    settings.tolerance = tolerance
    for (index, record) in try Self.records().enumerated() {
      let run = first(settings, record)
      #expect(run.x.norm <= record.radius * (1 + tolerance) * (1 + 1e-14), "\(index)")
      let share = (1 - tolerance) * (1 - tolerance)
      #expect(run.value <= share * record.exact.modelChange * (1 - 1e-13), "\(index)")
    }
  }

  /// The eigensystem gives the same as Cholesky's factorizations, and the stored multiplier.
  @Test func secularEquationSolvesAll() throws {
    for (index, record) in try Self.records().enumerated() {
      var solver = SymmetricSolver(order: record.g.count)
      solver.matrix = record.oracle.hessian(record.g)
      try solver.begin()
      let equation = SecularEquation(try solver.eigensystem(), gradient: record.g)
      let step = equation.step(.within(radius: record.radius))
      let exact = record.exact
      #expect(
        abs(step.decrease + exact.modelChange) <= 1e-13 * max(1, abs(exact.modelChange)),
        "\(index), \(record.kind)")
      if exact.hardCase == true { continue }
      #expect(distance(step.step, exact.p) <= 1e-12, "\(index), \(record.kind)")
    }
  }

  /// s minimizes the cubic model: (H + λI) s = −g with λ = σ‖s‖, and H + λI has no negative
  /// eigenvalue.
  @Test(arguments: [1e-6, 0.1, 1, 30, 1e8])
  func cubicStepsAreExact(weight: Double) throws {
    for (index, record) in try Self.records().enumerated() {
      var solver = SymmetricSolver(order: record.g.count)
      let hessian = record.oracle.hessian(record.g)
      solver.matrix = hessian
      try solver.begin()
      let eigensystem = try solver.eigensystem()
      let proposal = SecularEquation(eigensystem, gradient: record.g).step(.cubic(weight: weight))
      let s = proposal.step
      let lambda = weight * s.norm
      var residual = Vector.zeros(s.count)
      hessian.multiply(s, into: &residual)
      let form = s.dot(residual)
      residual.add(lambda, s)
      residual.add(1, record.g)
      let size = record.g.norm + eigensystem.values.largestMagnitude * s.norm
      #expect(residual.norm <= 1e-12 * size, "\(index), \(record.kind)")
      #expect(lambda + eigensystem.values[0] >= -1e-12 * eigensystem.values.largestMagnitude)
      let change = record.g.dot(s) + form / 2 + lambda * s.dot(s) / 3
      #expect(abs(change + proposal.decrease) <= 1e-12 * size * s.norm, "\(index)")
    }
  }

  @Test func doglegsAreScipys() throws {
    var settings = Dogleg()
    settings.indefinite = .fail
    var count = 0
    for record in try Self.records() {
      let run = first(settings, record)
      guard let dogleg = record.dogleg else {
        if record.kind != "pd" { #expect(run.halt != nil) }
        continue
      }
      count += 1
      #expect(distance(run.x, dogleg.p) <= 1e-10)
      let double = first(DoubleDogleg(), record)
      #expect(double.x.norm <= record.radius * (1 + 1e-14))
      #expect(double.value >= record.exact.modelChange - 1e-13)
    }
    #expect(count > 0)
  }

  @Test func truncatedPathsAreScipys() throws {
    for (index, record) in try Self.records().enumerated() {
      guard let steihaug = record.steihaug else { continue }
      let run = first(Steihaug(), record)
      #expect(run.oracle.hessianCount == 0)
      #expect(
        distance(run.x, steihaug.p) <= 1e-9,
        "\(index), \(record.kind): \(run.x), \(steihaug.p)")
    }
  }
}
