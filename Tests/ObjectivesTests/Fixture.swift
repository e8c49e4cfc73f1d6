import Foundation
import LinearAlgebra
import Objectives
import Testing

/// Files below `Tests/Fixtures`.
enum Fixture {
  /// The decoded JSON file; nil, with an issue recorded, where it cannot be read.
  static func decode<Value: Decodable>(_ type: Value.Type, _ path: String) -> Value? {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/" + path)
    do {
      return try JSONDecoder().decode(type, from: Data(contentsOf: file))
    } catch {
      Issue.record("\(path): \(error)")
      return nil
    }
  }
}

/// Expects components equal to `tolerance` of the largest (at least 1).
func expectClose(
  _ ours: [Double], _ reference: [Double], tolerance: Double = 1e-12, _ comment: String
) {
  #expect(ours.count == reference.count, "\(comment)")
  let scale = max(1, reference.map(\.magnitude).max() ?? 0)
  for (a, b) in zip(ours, reference) {
    #expect(abs(a - b) <= tolerance * scale, "\(comment): \(a) is not \(b)")
  }
}

/// How far rounding of the variables alone, each by half a unit in the last place, can move a sum
/// of squares by way of its residuals: 2 Σ |rᵢ| Σ |∂rᵢ/∂xⱼ xⱼ| 2⁻⁵³. Large where residuals are
/// small differences of large numbers, as in Meyer's problem; 0 for other functions.
func residualRounding(_ function: any Objective, at x: Vector) -> Double {
  guard let function = function as? any ResidualObjective else { return 0 }
  let terms = zip(function.residuals(at: x), function.jacobian(at: x)).map { residual, row in
    abs(residual) * zip(row, x).reduce(0) { $0 + abs($1.0 * $1.1) }
  }
  return 0x1p-52 * terms.reduce(0, +)
}
