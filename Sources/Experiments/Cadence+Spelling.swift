import Specifications

/// "all", "log", "crossings", "every:10", "0,1,2".
extension Cadence: Spelled {
  private static let named: [(name: String, cadence: Self)] = [
    ("all", .all), ("log", .logarithmic), ("crossings", .crossings),
  ]

  /// - Throws: what was expected, where the text is neither a name nor a list of steps.
  public init(spelling text: String) throws(SpecificationError) {
    if let named = Self.named.first(where: { $0.name == text }) {
      self = named.cadence
    } else if text.hasPrefix("every:"),
      let period: Int = NumberText.parseWhole(String(text.dropFirst("every:".count))), period >= 1
    {
      self = .every(period)
    } else {
      self = .steps(try Self.list(text))
    }
  }

  private static func list(_ text: String) throws(SpecificationError) -> [Int] {
    let words = text.split(separator: ",", omittingEmptySubsequences: false)
    let steps = words.compactMap { word -> Int? in NumberText.parseWhole(String(word)) }
      .filter { $0 >= 0 }
    guard steps.count == words.count else {
      throw .hint(
        for: text, among: named.map(\.name),
        expected: "all, log, crossings, every:10 or a list of steps as 0,1,2")
    }
    return steps.sorted()
  }

  public var spelling: String {
    switch self {
    case .every(let period): "every:\(period)"
    case .steps(let list): list.map(String.init).joined(separator: ",")
    case .all, .logarithmic, .crossings: Self.named.first { $0.cadence == self }?.name ?? ""
    }
  }
}
