import Experiments

extension Trajectory {
  /// The optimizer's settings that differ from the defaults: "lr=0.1,momentum=0.9".
  var settings: String {
    guard let colon = optimizer.firstIndex(of: ":") else { return "" }
    return String(optimizer[optimizer.index(after: colon)...])
  }
}
