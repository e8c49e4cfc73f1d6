import Foundation
import LinearAlgebra
import Objectives
import Specifications
import Testing

/// f(X) = ½‖AXB − C‖² of a matrix X, which x is row by row: the problem of the matrix methods.
struct MatrixLeastSquares: FormulaFunction {
  static let card = FunctionCard(
    name: "matrix-least-squares", title: "Matrix least squares",
    formula: "|A X B - C|^2 / 2", dimensionRule: "rows times columns", tags: [.convex],
    source: "fixtures")
  static let parameters: [Parameter<Self>] = []

  private(set) var start: Vector = [0]
  private var a: [[Double]] = [[1]]
  private var b: [[Double]] = [[1]]
  private var c: [[Double]] = [[0]]

  init() {}

  /// One of the variants that `problems.json` defines.
  static func fixture(_ name: String, variant: String) throws -> Self {
    let data = try Data(contentsOf: GoldenFiles.folder.appending(path: "problems.json"))
    let problems = try JSONDecoder().decode(File.self, from: data).problems
    let problem = try #require(problems.first { $0.name == name && $0.variant == variant })
    var function = Self()
    function.start = problem.start
    function.a = try #require(problem.A)
    function.b = try #require(problem.B)
    function.c = try #require(problem.C)
    return function
  }

  private struct File: Decodable {
    struct Problem: Decodable {
      let name: String
      let variant: String?
      let start: [Double]
      let A, B, C: [[Double]]?
    }

    let problems: [Problem]
  }

  var dimension: Int { start.count }
  var domain: [ClosedRange<Double>] { start.map { ($0 - 5)...($0 + 5) } }
  var minimum: Double? { nil }
  var minimumBasis: MinimumBasis { .unknown }
  var minimizers: [Vector] { [] }

  func evaluate<S: Scalar>(_ x: Span<S>) -> S {
    var sum: S = 0
    for row in residual(x) {
      for entry in row { sum += entry * entry }
    }
    return sum * 0.5
  }

  /// Aᵀ (AXB − C) Bᵀ.
  func differentiate<S: Scalar>(_ x: Span<S>, into gradient: inout MutableSpan<S>) -> S {
    let residual = residual(x)
    let columns = b.count
    for i in a[0].indices {
      for j in 0..<columns {
        var sum: S = 0
        for k in residual.indices {
          for l in residual[k].indices { sum += residual[k][l] * S(a[k][i] * b[j][l]) }
        }
        gradient[i * columns + j] = sum
      }
    }
    return evaluate(x)
  }

  private func residual<S: Scalar>(_ x: Span<S>) -> [[S]] {
    let columns = b.count
    return c.indices.map { k in
      let left = (0..<columns).map { j in
        a[k].indices.reduce(into: 0 as S) { $0 += x[$1 * columns + j] * S(a[k][$1]) }
      }
      return c[k].indices.map { l in
        left.indices.reduce(into: 0 as S) { $0 += left[$1] * S(b[$1][l]) } - S(c[k][l])
      }
    }
  }
}
