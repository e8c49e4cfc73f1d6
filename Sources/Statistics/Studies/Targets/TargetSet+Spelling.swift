import Specifications

/// "usual", "coco", "more-wild", "1e-2,1e-4", "relative:1e-3", "found:1e-3,1e-5".
extension TargetSet: Choice {
  /// Sets that have a name.
  public static let named: [(name: String, targets: TargetSet)] = [
    ("usual", usual), ("coco", coco), ("more-wild", moreWild),
  ]

  public static var choices: [String] { named.map(\.name) }

  public var spelling: String {
    if let named = Self.named.first(where: { $0.targets == self }) { return named.name }
    let numbers = levels.map(NumberText.short).joined(separator: ",")
    return scale == .absolute ? numbers : "\(scale.rawValue):\(numbers)"
  }

  /// - Throws: what was expected, where a name or scale is unknown, or a number is not finite or
  ///   below 0.
  public init(spelling text: String) throws(SpecificationError) {
    if let named = Self.named.first(where: { $0.name == text }) {
      self = named.targets
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let scales = Scale.allCases.map(\.rawValue)
    guard let scale = parts.count == 1 ? .absolute : Scale(rawValue: parts[0]) else {
      throw .unknown("scale", parts[0], among: scales)
    }
    guard let levels = NumberText.parseList(parts[parts.count - 1]) else {
      throw .hint(
        for: text, among: Self.choices,
        expected: "numbers as in 1e-2,1e-4 or relative:1e-3, or \(Self.choices[1])")
    }
    if let wrong = levels.first(where: { !$0.isFinite || $0 < 0 }) {
      throw SpecificationError(
        "\(NumberText.short(wrong)) is no target; expected a finite number, 0 or more")
    }
    self.init(scale, levels)
  }
}
