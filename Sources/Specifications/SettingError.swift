/// What is wrong with what a request says: one line for people, which begins with the name of a
/// setting.
public struct SettingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// "layout".
  public let setting: String
  /// Goes on after the name: "grid has no room for 9 optimizers; expected a larger {size}". Other
  /// settings stand in braces.
  public let reason: String

  /// - Parameters:
  ///   - setting: the name alone, "layout", however the line writes it.
  ///   - reason: goes on after the name; one that begins with a colon follows it without a space.
  public init(_ setting: String, _ reason: String) {
    (self.setting, self.reason) = (setting, reason)
  }

  public var description: String { message { $0 } }

  /// The line, where the name is written in a way of its own, as in "--layout grid has no room".
  public func message(naming name: (String) -> String) -> String {
    let reason = reason.replacing(/\{([a-z-]+)\}/) { name(String($0.output.1)) }
    return name(setting) + (reason.hasPrefix(":") ? "" : " ") + reason
  }
}
