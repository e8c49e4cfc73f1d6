import RealModule

/// What the random parts of a BBOB landscape are drawn from: its stream, n and the instance.
///
/// Reference: N. Hansen, S. Finck, R. Ros and A. Auger, INRIA RR-6829 (2009), section 0.2; the
/// streams and their seeds are those of the COCO software.
public struct BBOBDraw: Hashable, Sendable {
  /// Two rotations of this order take 32 MB.
  static let dimensions = 2...1000
  /// Beyond 9.67 million the generator of the COCO software, which multiplies by parts, leaves the
  /// numbers modulo 2³¹ − 1; up to there both agree.
  static let instances = 1...9_600_000

  /// What tells the seeds of one function from those of others.
  let stream: Int
  /// n, from 2 to 1000.
  public internal(set) var dimension: Int
  /// The instance, from 1 to 9,600,000.
  public internal(set) var instance: Int

  var seed: Int { stream + 10_000 * instance }
  var secondSeed: Int { seed + 1_000_000 }

  /// f_opt: the ratio of two normal numbers in hundredths, within ±1000.
  var minimum: Double {
    let numerator = BBOBStream.gaussians(1, seed: seed)[0]
    let denominator = BBOBStream.gaussians(1, seed: seed + 1)[0]
    let hundredths = (10_000 * numerator / denominator + 0.5).rounded(.down)
    return min(1000, max(-1000, hundredths / 100))
  }

  /// x_opt of most functions: uniform in [−4, 4] on a grid of 8/10000, and nowhere 0.
  var optimum: [Double] { optimum(seed: seed) }

  func optimum(seed: Int) -> [Double] {
    uniforms(seed: seed).map { u in
      let coordinate = 8 * (10_000 * u).rounded(.down) / 10_000 - 4
      return coordinate == 0 ? -1e-5 : coordinate
    }
  }

  func uniforms(seed: Int) -> [Double] { BBOBStream.uniforms(dimension, seed: seed) }

  /// 1 or −1 for each number, by the sign of its difference from `threshold`.
  static func signs(_ numbers: [Double], threshold: Double) -> [Double] {
    numbers.map { $0 < threshold ? -1 : 1 }
  }

  /// Q of the report.
  var rotationQ: BBOBMatrix { BBOBMatrix(rotationOf: dimension, seed: seed) }

  /// R of the report.
  var rotationR: BBOBMatrix { BBOBMatrix(rotationOf: dimension, seed: secondSeed) }

  /// The diagonal of Λ^α: α^(½ (i−1)/(n−1)), from 1 to √α.
  func conditioning(_ alpha: Double) -> [Double] {
    powers(of: alpha.squareRoot())
  }

  /// base^((i−1)/(n−1)), from 1 to the base.
  func powers(of base: Double) -> [Double] {
    positions.map { .pow(base, $0) }
  }

  /// (i−1)/(n−1), from 0 to 1.
  var positions: [Double] {
    (0..<dimension).map { Double($0) / Double(dimension - 1) }
  }

  /// R Λ^α Q.
  func conditionedRotation(_ alpha: Double) -> BBOBMatrix {
    conditionedRotation(alpha, after: rotationR)
  }

  /// The same where R has been drawn.
  func conditionedRotation(_ alpha: Double, after rotationR: BBOBMatrix) -> BBOBMatrix {
    rotationR.scalingColumns(by: conditioning(alpha)).times(rotationQ)
  }

  /// value, −value, value, …
  func alternating(_ value: Double) -> [Double] {
    (0..<dimension).map { $0.isMultiple(of: 2) ? value : -value }
  }

  func constant(_ value: Double) -> [Double] {
    Array(repeating: value, count: dimension)
  }
}
