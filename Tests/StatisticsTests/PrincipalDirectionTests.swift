import LinearAlgebra
import Statistics
import Testing

@Suite struct PrincipalDirectionTests {
  private func isClose(_ a: Vector, _ b: Vector) -> Bool {
    zip(a, b).allSatisfy { abs($0 - $1) <= 1e-12 }
  }

  /// Points c ± a e₁, c ± b e₂ have the variances a²/2 and b²/2 along the turned axes e₁, e₂.
  @Test(arguments: [2, 3, 5, 40], [1.0, 1e100, 1e-100])
  func crossesAreFound(n: Int, scale: Double) throws {
    let root = 0.5.squareRoot()
    let first = (0..<n).map { $0 == 0 ? -root : $0 == 1 ? root : 0 }
    let second = (0..<n).map { $0 == n - 1 ? (n == 2 ? -root : -1) : n == 2 ? -root : 0 }
    let points = [(3.0, first), (-3, first), (1, second), (-1, second)].map { length, axis in
      axis.map { scale * (7 + length * $0) }
    }
    let found = try #require(PrincipalDirections(of: points, weights: [1, 1, 1, 1]))
    // Along the axes of the cross, whichever way.
    #expect(abs(abs(found.first.dot(first)) - 1) <= 1e-12)
    #expect(abs(abs(found.second.dot(second)) - 1) <= 1e-12)
    #expect(abs(found.shares.first - 0.9) <= 1e-12)
    #expect(abs(found.shares.second - 0.1) <= 1e-12)
    for direction in [found.first, found.second] {
      let lead = try #require(direction.first { abs($0) == direction.largestMagnitude })
      #expect(lead > 0)
    }
  }

  /// Points with the weight 4 count as four.
  @Test func weightsCount() throws {
    let points: [Vector] = [[1, 0], [-1, 0], [0, 1], [0, -1]]
    let found = try #require(PrincipalDirections(of: points, weights: [1, 1, 4, 4]))
    #expect(isClose(found.first, [0, 1]) && isClose(found.second, [1, 0]))
    #expect(abs(found.shares.first - 0.8) <= 1e-12)
  }

  @Test(arguments: [2, 3, 9])
  func pointsOnALineHaveOneDirection(n: Int) throws {
    let line = (0..<4).map { k in (0..<n).map { Double(k) * ($0 == 0 ? 3 : 1) } }
    let found = try #require(PrincipalDirections(of: line, weights: [1, 1, 1, 1]))
    #expect(found.shares.first == 1 && found.shares.second == 0)
    #expect(abs(found.first.dot(found.second)) <= 1e-12)
    #expect(abs(found.second.norm - 1) <= 1e-12)
    #expect(found.first[0] > found.first[1])
  }

  @Test(arguments: [
    [], [[1.0, 2]], [[1.0, 2], [1, 2]], [[1.0], [2]], [[1.0, 2], [.nan, 2]],
    [[1.0, 2], [.infinity, 2]],
  ])
  func nothingVaries(points: [Vector]) {
    #expect(PrincipalDirections(of: points, weights: points.map { _ in 1 }) == nil)
  }
}
