import Foundation
import LinearAlgebra
import Objectives

extension TestFunction {
  /// Three points about the usual start, as far from it in each coordinate as the domain is wide
  /// there: coordinates of a badly scaled function have scales of their own. A coordinate below the
  /// domain is mirrored into it: some formulas end there.
  var pointsAboutStart: [Vector] {
    let (start, domain) = (start, domain)
    return [0.02, -0.05, 0.11].map { size -> Vector in
      start.indices.map { i in
        let x = start[i] + size * cos(Double(i)) * domain[i].width
        let lowest = domain[i].lowerBound
        return x < lowest ? 2 * lowest - x : x
      }
    }
  }

  func isInDomain(_ x: Vector) -> Bool {
    zip(x, domain).allSatisfy { $1.contains($0) }
  }

  /// A point of the domain.
  func randomPoint(using random: inout RandomStream) -> Vector {
    domain.map { Double.random(in: $0, using: &random) }
  }

  /// Each coordinate between −1 and 1 of the domain's width.
  func randomDirection(using random: inout RandomStream) -> Vector {
    domain.map { Double.random(in: -1...1, using: &random) * $0.width }
  }
}

extension ClosedRange<Double> {
  var width: Double { upperBound - lowerBound }
}

extension SymmetricMatrix {
  var scale: Double { rows.flatMap { $0 }.largestMagnitude }
}
