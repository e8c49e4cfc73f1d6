import Foundation
import Objectives
import Testing

/// One classic function in one dimension with its reference values.
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
    let gradient_norm_at_x: Double?
    let hessian_eigenvalues: [Double]?
  }

  struct StationaryPoint: Decodable, Sendable {
    let x: [Double]
  }

  let id: String
  let n: Int
  let domain: [[Double]]
  let fstar: Double?
  let minimisers: [Minimiser]?
  let other_stationary_points: [StationaryPoint]?
  let usual_start: [Double]?
  let points: [Point]

  var testDescription: String { "\(id) n=\(n)" }

  /// The name in our catalogue.
  var name: String { id.split(separator: "_").joined(separator: "-") }

  /// Our specification of it: with n where it is scalable.
  var specification: String {
    let isFixed = ReferenceProblem.fixed.contains { $0.id == id } || id == "hartmann6"
    return isFixed ? name : "\(name):n=\(n)"
  }

  static let fixed = Fixture.decode(File.self, "functions/fixed-dimension.json")?.problems ?? []
  static let all =
    fixed + (Fixture.decode(File.self, "functions/variable-dimension.json")?.problems ?? [])

  private struct File: Decodable { let problems: [ReferenceProblem] }
}
