import LinearAlgebra
import Testing

@testable import Objectives

@Suite struct BBOBPartTests {
  let parts: BBOBParts

  init() throws {
    parts = try #require(BBOBParts.all)
  }

  @Test func streams() {
    for stream in parts.uniform {
      #expect(BBOBStream.uniforms(stream.values.count, seed: stream.seed) == stream.values)
    }
    for stream in parts.gauss {
      expectClose(
        BBOBStream.gaussians(stream.values.count, seed: stream.seed), stream.values,
        tolerance: 1e-15, "normal numbers of seed \(stream.seed)")
    }
  }

  @Test func rotations() {
    for rotation in parts.rotation {
      let matrix = BBOBMatrix(rotationOf: rotation.n, seed: rotation.seed)
      // Gram and Schmidt's process magnifies the last digits of the normal numbers.
      expectClose(
        matrix.rows, rotation.rows.flatMap { $0 }, tolerance: 1e-14,
        "rotation of seed \(rotation.seed)")
      let identity = matrix.transposed.times(matrix)
      for i in 0..<rotation.n {
        for j in 0..<rotation.n {
          #expect(abs(identity.rows[i * rotation.n + j] - (i == j ? 1 : 0)) <= 1e-14)
        }
      }
    }
  }

  @Test func maps() {
    expectClose(
      parts.t_osz.x.map(BBOBTransformation.oscillated), parts.t_osz.y, tolerance: 1e-15, "T_osz")
    for map in parts.t_asy {
      let draw = BBOBDraw(stream: 1, dimension: map.x.count, instance: 1)
      let ours = zip(map.x, draw.positions).map {
        BBOBTransformation.asymmetric($0, (map.beta ?? .nan) * $1)
      }
      expectClose(ours, map.y, tolerance: 1e-15, "T_asy")
    }
    for diagonal in parts.lambda_diagonal {
      let draw = BBOBDraw(stream: 1, dimension: diagonal.n, instance: 1)
      expectClose(
        draw.conditioning(diagonal.alpha), diagonal.values, tolerance: 1e-15, "Λ")
    }
  }

  /// The matrix product over four vectors a pass, whatever remains.
  @Test(arguments: 1...9)
  func productsAreSums(_ n: Int) {
    let entries = (0..<(n * n)).map { Double($0 * $0 % 17) - 8 }
    let matrix = BBOBMatrix(order: n, columns: entries)
    let x = (0..<n).map { Double($0) - 2.5 }
    for i in 0..<n {
      let row = (0..<n).map { entries[$0 * n + i] }
      #expect((matrix * x)[i] == row.dot(x))
      #expect((matrix.transposed * x)[i] == Vector(entries[(i * n)..<((i + 1) * n)]).dot(x))
    }
  }
}
