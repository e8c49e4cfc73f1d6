import Scenes
import Specifications

extension EntrantLook {
  /// Labels and colours, side by side.
  static func list(
    _ labels: [DrawingRequest.Look<String>]?, _ colors: [DrawingRequest.Look<Color>]?
  ) -> [EntrantLook] {
    let (labels, colors) = (labels ?? [], colors ?? [])
    return (0..<max(labels.count, colors.count)).map { i in
      EntrantLook(
        label: i < labels.count ? labels[i].value : nil,
        color: i < colors.count ? colors[i].value : nil)
    }
  }

  /// Looks with the names that the optimizers were given.
  static func named(_ looks: [EntrantLook], _ names: [Specification]?) -> [EntrantLook] {
    guard let names else { return looks }
    return (0..<max(looks.count, names.count)).map { i in
      var look = i < looks.count ? looks[i] : EntrantLook()
      look.given = i < names.count ? names[i] : nil
      return look
    }
  }

  /// Throws where there are more labels or colours than entrants.
  static func require(
    _ labels: [DrawingRequest.Look<String>]?, _ colors: [DrawingRequest.Look<Color>]?,
    for count: Int
  ) throws(SettingError) {
    for (name, given) in [("label", labels?.count ?? 0), ("color", colors?.count ?? 0)]
    where given > count {
      throw SettingError(
        name, "is given \(given) times for \(count) optimizers; expected one for each")
    }
  }
}
