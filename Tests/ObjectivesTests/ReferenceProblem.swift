import Foundation
import Objectives
import Testing

/// One function in one dimension with its reference values.
struct ReferenceProblem: Decodable, Sendable, CustomTestStringConvertible {
  struct Point: Decodable, Sendable {
    let x: [Double]
    let f: Double
    let gradient: [Double]
    let hessian: [[Double]]?
    let hessian_times_alternating: [Double]?
  }

  struct Minimiser: Decodable, Sendable {
    let x: [Double]
    let f_at_x: Double
  }

  let id: String
  let n: Int
  let params: [String: Double]?
  let fstar: Double?
  let minimisers: [Minimiser]?
  let usual_start: [Double]?
  let points: [Point]

  var testDescription: String { "\(id) n=\(n)" }

  /// Our specification of it.
  var specification: String {
    let condition = params?["kappa"] ?? 1
    if id.hasPrefix("quadratic_diag") { return "quadratic:n=\(n),condition=\(condition)" }
    if id.hasPrefix("quadratic_rot30") { return "quadratic:condition=\(condition),angle=30" }
    if id.hasPrefix("quadratic_householder") {
      return "quadratic:n=\(n),condition=\(condition),rotation=householder"
    }
    let name = id.split(separator: "_").joined(separator: "-")
    return Self.scalable.contains(name) ? "\(name):n=\(n)" : name
  }

  private static let scalable: Set = [
    "rosenbrock", "rosenbrock-extended", "styblinski-tang", "rastrigin",
  ]

  static let all: [ReferenceProblem] = {
    struct File: Decodable { let problems: [ReferenceProblem] }
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/functions/classics.json").path
    guard let data = FileManager.default.contents(atPath: path) else { return [] }
    do {
      return try JSONDecoder().decode(File.self, from: data).problems
    } catch {
      Issue.record("\(path): \(error)")
      return []
    }
  }()
}

/// Expects components equal to 1e-12 of the largest (at least 1).
func expectClose(
  _ ours: [Double], _ reference: [Double], tolerance: Double = 1e-12, _ comment: String
) {
  #expect(ours.count == reference.count, "\(comment)")
  let scale = max(1, reference.map(\.magnitude).max() ?? 0)
  for (a, b) in zip(ours, reference) {
    #expect(abs(a - b) <= tolerance * scale, "\(comment): \(a) is not \(b)")
  }
}
