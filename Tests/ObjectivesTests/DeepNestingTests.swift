import LinearAlgebra
import Objectives
import Specifications
import Synchronization
import Testing

/// Wrappers inside each other: what is asked of the outermost asks each level once. Were it twice,
/// a nesting as deep as specifications may be would take 2³¹ times as long, and not end.
@Suite struct DeepNestingTests {
  static let depth = 31
  static let wrappers = FunctionCatalogue.all.filter { $0 is any FunctionWrapper.Type }
    .flatMap { [($0.name, "")] + ($0.name == "rotate" ? [("rotate", ",angle=10")] : []) }

  @Test(arguments: wrappers)
  func theDeepestIsDescribed(_ name: String, _ settings: String) throws {
    let text =
      String(repeating: "\(name)(", count: Self.depth) + "booth"
      + String(repeating: "\(settings))", count: Self.depth)
    let function = try FunctionCatalogue.function(text)
    let specification = function.specification
    #expect(specification.description == text)
    #expect(function.domain.count == 2 && function.minimizers.count == 1)
    #expect(Set(function.tags).count == function.tags.count && function.tags.contains(.smooth))
    #expect(function.value(at: function.start).isFinite)
  }

  @Test func eachLevelIsAskedOnce() throws {
    let depth = 6
    var function: any TestFunction = Watched()
    for _ in 0..<depth {
      function = try Rotated(Shifted(function, by: [0]), angle: 10)
      function = try Conditioned(Scaled(function, stretch: [2]), condition: 2)
    }
    // Noise stands outside.
    for _ in 0..<depth { function = Noisy(function) }
    Watched.log.withLock { $0 = [:] }
    _ = (function.specification, function.domain, function.tags)
    #expect(Watched.log.withLock { $0 } == ["specification": 1, "domain": 1, "tags": 1])
  }
}

/// A function that counts how often it is described.
private struct Watched: PlaneFunction {
  static let log = Mutex<[String: Int]>([:])
  static let card = FunctionCard(
    name: "watched", title: "Watched", formula: "x^2 + y^2", tags: [.smooth], source: "elementary")
  static let parameters: [Parameter<Self>] = []

  private func note(_ what: String) { Self.log.withLock { $0[what, default: 0] += 1 } }

  var specification: Specification {
    note("specification")
    return Specification(name: Self.name)
  }
  var domain: [ClosedRange<Double>] {
    note("domain")
    return [-1...1, -1...1]
  }
  var tags: [FunctionTag] {
    note("tags")
    return Self.card.tags
  }
  var start: Vector { [1, 1] }
  var minimum: Double? { 0 }
  var minimizers: [Vector] { [[0, 0]] }

  func evaluate<S: Scalar>(_ x: S, _ y: S) -> S { x * x + y * y }
}
