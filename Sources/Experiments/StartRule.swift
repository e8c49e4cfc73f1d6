import LinearAlgebra
import Objectives
import Specifications

/// Where many runs start.
public enum StartRule: Hashable, Sendable {
  /// The centres of so many cells of the domain along each coordinate, the first one fastest.
  case grid([Int])
  /// So many points drawn evenly from the domain, with the seed.
  case random(Int)

  /// How many; more than there are whole numbers count as the most there are.
  public var count: Int {
    switch self {
    case .grid(let counts):
      return counts.reduce(1) { product, count in
        let (product, isHuge) = product.multipliedReportingOverflow(by: count)
        return isHuge ? .max : product
      }
    case .random(let count): return count
    }
  }

  /// - Parameter seed: of the points that are drawn.
  /// - Throws: where a grid has another number of counts than the function has variables.
  public func points(
    in function: any TestFunction, seed: UInt64
  ) throws(SpecificationError) -> [Vector] {
    let domain = function.domain
    func point(_ shares: [Double]) -> Vector {
      zip(domain, shares).map { $0.lowerBound * (1 - $1) + $0.upperBound * $1 }
    }
    switch self {
    case .grid(let counts):
      try requireCounts(counts, for: domain.count)
      return (0..<count).map { i in
        var rest = i
        return point(
          counts.map { count in
            defer { rest /= count }
            return (Double(rest % count) + 0.5) / Double(count)
          })
      }
    case .random(let count):
      var stream = RandomStream(seed: seed)
      return (0..<count).map { _ in point(domain.map { _ in stream.uniform() }) }
    }
  }

  private func requireCounts(
    _ counts: [Int], for dimension: Int
  ) throws(SpecificationError) {
    guard dimension != counts.count else { return }
    let expected =
      dimension > 3
      ? "one for each, or random:100"
      : "grid:" + Array(repeating: "10", count: dimension).joined(separator: "x")
    throw SpecificationError(
      "grid: has \(counts.count) numbers of cells for n=\(dimension); expected \(expected)")
  }
}

/// grid:20x20, a number for each variable, or random:100.
extension StartRule: Spelled {
  /// - Throws: what was expected, where a number is not whole and above 0.
  public init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    let counts = parts.count == 2 ? Self.counts(parts[1]) : []
    switch (parts.first, counts.count) {
    case ("grid", 1...) where counts.allSatisfy { $0 > 0 }: self = .grid(counts)
    case ("random", 1) where counts[0] > 0: self = .random(counts[0])
    default:
      throw .hint(
        for: parts.first ?? "", among: ["grid", "random"], expected: "grid:20x20 or random:100")
    }
  }

  public var spelling: String {
    switch self {
    case .grid(let counts): "grid:" + counts.map(String.init).joined(separator: "x")
    case .random(let count): "random:\(count)"
    }
  }

  /// 0 for what is no whole number.
  private static func counts(_ text: String) -> [Int] {
    text.split(separator: "x", omittingEmptySubsequences: false)
      .map { NumberText.parseWhole(String($0)) ?? 0 }
  }
}
