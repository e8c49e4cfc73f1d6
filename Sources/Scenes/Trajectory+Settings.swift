import Experiments

extension Trajectory {
  /// The optimizer's settings that differ from the defaults: "lr=0.1,momentum=0.9".
  var settings: String {
    guard let colon = optimizer.firstIndex(of: ":") else { return "" }
    return String(optimizer[optimizer.index(after: colon)...])
  }
}

extension [Trajectory] {
  /// The titles, with settings where a title alone would not do.
  var labels: [String] {
    let counts = Dictionary(map { ($0.title, 1) }, uniquingKeysWith: +)
    return map { trajectory in
      let isUnique = counts[trajectory.title] == 1 || trajectory.settings.isEmpty
      return isUnique ? trajectory.title : "\(trajectory.title) \(trajectory.settings)"
    }
  }
}
