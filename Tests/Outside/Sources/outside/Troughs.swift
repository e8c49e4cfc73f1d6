import DescentKit

extension Suite {
  static let troughs = Suite("troughs", "a function from elsewhere", of: ["trough"])
}
