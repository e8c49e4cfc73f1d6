import LinearAlgebra
import Objectives
import RealModule

@testable import Optimizers

/// A test problem: f over dual numbers, and the usual start.
struct Problem: Sendable {
  typealias D = Dual<Double>

  let name: String
  let start: Vector
  let formula: @Sendable ([D]) -> D

  func answer(at x: Vector) -> (value: Double, gradient: Vector) {
    var point = x.map { D($0, 0) }
    var gradient = Vector.zeros(x.count)
    var value = 0.0
    for i in x.indices {
      point[i].derivative = 1
      let result = formula(point)
      point[i].derivative = 0
      gradient[i] = result.derivative
      value = result.value
    }
    return (value, gradient)
  }

  var oracle: TestOracle {
    TestOracle(dimension: start.count, gradient: answer)
  }
}

extension Problem {
  /// Those of the stored results that a general formula reaches, with their names and starts.
  static let all: [Problem] = [
    Problem(name: "rosenbrock", start: [-1.2, 1]) { pairs($0) },
    Problem(name: "quadratic_k100", start: [1, 1]) { 0.5 * ($0[0] * $0[0] + 100 * $0[1] * $0[1]) },
    Problem(name: "himmelblau", start: [0, 0]) { x in
      let a = x[0] * x[0] + x[1] - 11
      let b = x[0] + x[1] * x[1] - 7
      return a * a + b * b
    },
    beale,
    Problem(name: "extended_rosenbrock10", start: valley(10)) { pairs($0) },
    Problem(name: "extended_rosenbrock100", start: valley(100)) { pairs($0) },
    Problem(name: "powell_singular", start: [3, -1, 0, 1], formula: powell),
    Problem(name: "wood", start: [-3, -1, -3, -1], formula: wood),
    Problem(name: "helical_valley", start: [-1, 0, 0]) { x in
      let turn: D = .atan(x[1] / x[0]) / D(2 * Double.pi, 0) + (x[0].value < 0 ? 0.5 : 0)
      let radius: D = .sqrt(x[0] * x[0] + x[1] * x[1]) - 1
      let rise = x[2] - 10 * turn
      return 100 * (rise * rise + radius * radius) + x[2] * x[2]
    },
    Problem(name: "variably_dimensioned10", start: (1...10).map { 1 - Double($0) / 10 }) { x in
      var sum: D = 0
      var s: D = 0
      for i in x.indices {
        sum += (x[i] - 1) * (x[i] - 1)
        s += D(Double(i + 1), 0) * (x[i] - 1)
      }
      return sum + s * s + s * s * s * s
    },
    Problem(name: "trigonometric10", start: Vector(repeating: 0.1, count: 10), formula: cosines),
    Problem(name: "brown_badly_scaled", start: [1, 1]) { x in
      let a = x[0] - 1e6
      let b = x[1] - 2e-6
      let c = x[0] * x[1] - 2
      return a * a + b * b + c * c
    },
    Problem(name: "freudenstein_roth", start: [0.5, -2]) { x in
      let a = -13 + x[0] + ((5 - x[1]) * x[1] - 2) * x[1]
      let b = -29 + x[0] + ((x[1] + 1) * x[1] - 14) * x[1]
      return a * a + b * b
    },
  ]

  private static func valley(_ n: Int) -> Vector {
    (0..<n).map { $0.isMultiple(of: 2) ? -1.2 : 1 }
  }

  private static func pairs(_ x: [D]) -> D {
    var sum: D = 0
    for i in stride(from: 0, to: x.count, by: 2) {
      let bend = x[i + 1] - x[i] * x[i]
      let slope = 1 - x[i]
      sum += 100 * bend * bend + slope * slope
    }
    return sum
  }

  static let beale = Problem(name: "beale", start: [1, 1], formula: bealeValue)

  private static func bealeValue(_ x: [D]) -> D {
    var power = x[1]
    var sum: D = 0
    for level in [1.5, 2.25, 2.625] {
      let residual = D(level, 0) - x[0] + x[0] * power
      sum += residual * residual
      power *= x[1]
    }
    return sum
  }

  private static func powell(_ x: [D]) -> D {
    let a = x[0] + 10 * x[1]
    let b = x[2] - x[3]
    let c = x[1] - 2 * x[2]
    let d = x[0] - x[3]
    return a * a + 5 * b * b + c * c * c * c + 10 * d * d * d * d
  }

  private static func wood(_ x: [D]) -> D {
    let a = x[1] - x[0] * x[0]
    let b = x[3] - x[2] * x[2]
    let c = x[1] + x[3] - 2
    let d = x[1] - x[3]
    let valleys = 100 * a * a + (1 - x[0]) * (1 - x[0]) + 90 * b * b + (1 - x[2]) * (1 - x[2])
    return valleys + 10 * c * c + 0.1 * d * d
  }

  private static func cosines(_ x: [D]) -> D {
    let n = D(Double(x.count), 0)
    var total: D = 0
    for value in x { total += .cos(value) }
    var sum: D = 0
    for i in x.indices {
      let r = n - total + D(Double(i + 1), 0) * (1 - .cos(x[i])) - .sin(x[i])
      sum += r * r
    }
    return sum
  }
}
