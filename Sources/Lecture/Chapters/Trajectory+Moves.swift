import Experiments
import LinearAlgebra

extension Trajectory {
  /// θₖ − θₖ₋₁ of each entry after the first.
  var moves: [Vector] { (1..<count).map { point($0).minus(point($0 - 1)) } }

  /// ‖θₖ − θₖ₋₁‖₂ of each entry after the first.
  var speeds: [Double] { moves.map(\.norm) }
}
