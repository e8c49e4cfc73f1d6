import Contours
import LinearAlgebra
import RealModule

extension SymmetricMatrix {
  /// A x.
  func product(_ x: Vector) -> Vector {
    var result = Vector.zeros(order)
    multiply(x, into: &result)
    return result
  }

  /// A⁻¹, by n solutions.
  func inverse() throws(FactorizationError) -> SymmetricMatrix {
    var inverse = SymmetricMatrix(order: order)
    for i in 0..<order {
      var unit = Vector.zeros(order)
      unit[i] = 1
      let column = try solve(unit)
      for j in 0...i { inverse[i, j] = column[j] }
    }
    return inverse
  }

  /// ‖A‖, by Frobenius.
  var norm: Double { rows.flatMap { $0 }.norm }

  /// ‖A − B‖, by Frobenius.
  func distance(to other: SymmetricMatrix) -> Double {
    rows.flatMap { $0 }.minus(other.rows.flatMap { $0 }).norm
  }

  /// The points p with pᵀA⁻¹p = 1, of a positive definite A of order 2.
  var ellipse: [PlanePoint] {
    // A = L Lᵀ takes the unit circle to the ellipse.
    let a = self[0, 0].squareRoot()
    let b = self[1, 0] / a
    let c = (self[1, 1] - b * b).squareRoot()
    return stride(from: 0.0, through: 360, by: 2).map { degrees in
      let (x, y) = (Double.cos(degrees * .pi / 180), Double.sin(degrees * .pi / 180))
      return PlanePoint(a * x, b * x + c * y)
    }
  }
}
