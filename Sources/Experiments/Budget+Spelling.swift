import Specifications

/// A number of evaluations of any kind, or as in gradients=100,steps=50; each kind once.
extension Budget: Spelled {
  /// - Throws: what was expected, where a kind is unknown or given twice, or a number is not whole
  ///   and from 1 to the upper end of `range`.
  public init(spelling text: String) throws(SpecificationError) {
    self.init()
    for entry in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = parts.count == 2 ? String(parts[0]) : "evaluations"
      guard let limit = Self.limited.first(where: { $0.name == name }) else {
        throw .hint(for: name, among: Self.limited.map(\.name))
      }
      guard let number: Int = NumberText.parseWhole(String(parts.last ?? "")), number >= 1,
        Self.range.contains(number)
      else {
        throw SpecificationError(
          "expected a whole number from 1 to \(Self.range.upperBound), or gradients=N")
      }
      guard self[keyPath: limit.path] == nil else {
        throw SpecificationError("\(limit.name) is limited twice; expected one number")
      }
      self[keyPath: limit.path] = number
    }
  }

  public var spelling: String {
    limits.map { "\($0.name)=\($0.limit)" }.joined(separator: ",")
  }
}
