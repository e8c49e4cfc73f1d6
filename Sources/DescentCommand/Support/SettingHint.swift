import DescentKit

/// Options that no command has, but optimizers do: --lr 0.1 instead of --optimizer adam:lr=0.1; and
/// what may be meant for an expression.
enum SettingHint {
  /// The parser's complaint about such an option with where it belongs; any other complaint as it
  /// is.
  static func adding(to message: String) -> String {
    if let option = message.wholeMatch(of: /Unknown option '(-[^-].*)'/) {
      return message
        + "; an expression that begins with a minus follows two dashes, as in -- \(option.1)"
    }
    guard let option = message.firstMatch(of: /^Unknown option '--([^']+)'/) else { return message }
    let name = String(option.1)
    let settings = OptimizerCatalogue.all.lazy.flatMap { $0.keys }
    let keys = [name] + KeySynonyms.meant(by: name)
    guard let key = keys.first(where: settings.contains) else { return message }
    return option.0
      + "; a setting of an optimizer follows its name, as in --optimizer NAME:\(key)=..."
  }
}
