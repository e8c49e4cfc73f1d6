import LinearAlgebra
import Specifications

/// principal; x1,x3; coordinates:1,3; points:A/B/C, each n numbers; through; random, random:7.
extension PlaneRule: Spelled {
  /// - Throws: what was expected, where a rule is unknown, a coordinate is not 1 or more, or a
  ///   point is not finite. Whether there is such a plane shows only with the function.
  public init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let rule: PlaneRule? =
      switch (parts[0], parts.count) {
      case ("auto", 1): .automatic
      case ("principal", 1): .principal
      case ("coordinates", 2): Self.coordinates(parts[1])
      case ("points", 2): Self.points(parts[1])
      case ("through", 1): .ends
      case ("random", 1): .random(seed: Self.usualSeed)
      case ("random", 2): Int.read(String(parts[1])).flatMap { $0 >= 0 ? .random(seed: $0) : nil }
      case (let text, 1): Self.variables(text)
      default: nil
      }
    guard let rule else {
      throw .hint(
        for: String(parts[0]), among: ["principal", "coordinates", "points", "through", "random"],
        expected: "principal, x1,x2, coordinates:1,2, through, random, random:7, or points:A/B/C "
          + "with n numbers each, as in points:0,0,0/1,0,0/0,1,0")
    }
    self = rule
  }

  public var spelling: String {
    switch self {
    case .automatic: "auto"
    case .principal: "principal"
    case .coordinates(let i, let j): "coordinates:\(i + 1),\(j + 1)"
    case .variables(let x, let y): "\(x),\(y)"
    case .points(let a, let b, let c):
      "points:"
        + [a, b, c].map { $0.map(NumberText.short).joined(separator: ",") }.joined(separator: "/")
    case .ends: "through"
    case .random(Self.usualSeed): "random"
    case .random(let seed): "random:\(seed)"
    }
  }

  private static let usualSeed = 0

  /// Two names, whatever the functions of the race call their variables.
  private static func variables(_ text: Substring) -> PlaneRule? {
    let names = text.split(separator: ",", omittingEmptySubsequences: false)
    guard names.count == 2, names.allSatisfy({ $0.first?.isLetter == true }) else { return nil }
    return .variables(String(names[0]), String(names[1]))
  }

  /// Two numbers from 1.
  private static func coordinates(_ text: Substring) -> PlaneRule? {
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 2, let i = numbers[0], let j = numbers[1], i >= 1, j >= 1 else {
      return nil
    }
    return .coordinates(i - 1, j - 1)
  }

  private static func points(_ text: Substring) -> PlaneRule? {
    let points = text.split(separator: "/", omittingEmptySubsequences: false)
      .map { NumberText.parsePoint(String($0)) }
    guard points.count == 3, let a = points[0], let b = points[1], let c = points[2],
      [a, b, c].allSatisfy(\.isFinite)
    else { return nil }
    return .points(a, b, c)
  }
}
