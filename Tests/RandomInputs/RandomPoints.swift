import LinearAlgebra

/// JSON arrays of points: right, slightly wrong, and hostile.
package struct RandomPoints {
  private var random: RandomStream

  package init(_ random: RandomStream) {
    self.random = random
  }

  package mutating func bytes() -> [UInt8] {
    let points = (0..<Int.random(in: 0...4, using: &random)).map { _ in point() }
    let text = Array("[\(points.joined(separator: ","))]".utf8)
    return random.once(in: 2) ? random.mutated(text) : text
  }

  private mutating func point() -> String {
    let count = random.once(in: 4) ? Int.random(in: 0...4, using: &random) : 2
    let numbers = (0..<count).map { _ in random.number() }
    return random.once(in: 20) ? "null" : "[\(numbers.joined(separator: ","))]"
  }
}
