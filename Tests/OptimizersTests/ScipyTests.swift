import Foundation
import LinearAlgebra
import Testing

@testable import Optimizers

/// Minima and costs against stored results of scipy's `minimize`, defaults, exact gradients.
@Suite struct ScipyTests {
  struct Record: Decodable {
    let method: String
    let problem: String
    let success: Bool
    let x: Vector
    let f: Double
    let gradientNorm: Double
    let nfev: Int

    enum CodingKeys: String, CodingKey {
      case method, success, x, f, nfev
      case problem = "problem_id"
      case gradientNorm = "grad_inf"
    }
  }

  static func records() throws -> [Record] {
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/scipy/minimize.json")
    return try JSONDecoder().decode([String: [Record]].self, from: Data(contentsOf: fixture))[
      "records", default: []]
  }

  @Test(arguments: ["BFGS", "L-BFGS-B", "CG"])
  func reachesScipysMinimaAtItsCost(method: String) throws {
    let records = try Self.records().filter { $0.method == method }
    #expect(records.count == Problem.all.count)
    for record in records {
      let problem = try #require(Problem.all.first { $0.name == record.problem })
      switch method {
      case "BFGS": compare(Run(BFGS(), from: problem.start, on: problem.oracle), record)
      case "L-BFGS-B": compare(Run(LBFGS(), from: problem.start, on: problem.oracle), record)
      default: compare(Run(ConjugateGradients(), from: problem.start, on: problem.oracle), record)
      }
    }
  }

  private func compare(_ run: Run, _ record: Record) {
    let name = Comment(rawValue: record.method + ", " + record.problem)
    #expect(run.gradientNorm <= 1e-5, name)
    #expect(run.value <= record.f + 1e-8 * max(1, abs(record.f)), name)
    // L-BFGS-B also stops where f changes little, and CG where its search fails: there we go on.
    guard record.success, record.gradientNorm <= 1e-5 else { return }
    #expect(run.oracle.gradientCount <= 2 * record.nfev + 5, name)
    // The minimum of Powell's function is flat to third order.
    let reach = record.problem == "powell_singular" ? 0.05 : 1e-3
    let distance = zip(run.x, record.x).map { abs($0 - $1) / max(1, abs($1)) }.max() ?? 0
    #expect(distance <= reach, name)
  }
}
