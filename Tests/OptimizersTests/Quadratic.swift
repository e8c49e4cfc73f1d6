import LinearAlgebra
import RealModule

/// f(x) = (x − c)ᵀ H (x − c) / 2 with eigenvalues from 1 to κ, evenly spaced, in a rotated basis.
struct Quadratic: Sendable {
  let matrix: SymmetricMatrix
  let center: Vector

  init(n: Int, condition: Double) {
    center = (0..<n).map { Double.sin(Double($0 + 1)) }
    var matrix = SymmetricMatrix(order: n)
    for k in 0..<n {
      let axis = Self.axis(k, n)
      let eigenvalue = 1 + (condition - 1) * Double(k) / Double(max(1, n - 1))
      matrix.add(eigenvalue, symmetricProductOf: axis, axis)
    }
    self.matrix = matrix
  }

  /// The unit vector k, mirrored at two planes.
  private static func axis(_ k: Int, _ n: Int) -> Vector {
    var axis = Vector.zeros(n)
    axis[k] = 1
    for shift in 1...2 {
      let normal = (0..<n).map { Double.cos(Double(shift * $0 + shift)) }
      axis.add(-2 * axis.dot(normal) / normal.dot(normal), normal)
    }
    return axis
  }

  var oracle: TestOracle {
    TestOracle(
      dimension: center.count,
      gradient: { x in
        let offset = zip(x, center).map { $0 - $1 }
        var gradient = Vector.zeros(x.count)
        matrix.multiply(offset, into: &gradient)
        return (offset.dot(gradient) / 2, gradient)
      },
      hessian: { _ in matrix })
  }
}
