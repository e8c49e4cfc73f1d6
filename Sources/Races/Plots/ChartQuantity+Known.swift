import Experiments
import Scenes
import Specifications

extension ChartQuantity {
  /// Throws where no run has what a chart is to show, with what there is, or would be if iterates
  /// were kept.
  ///
  /// - Parameter minimum: min f where it is known.
  public static func require(
    _ charts: [RaceChart], of runs: [Trajectory], minimum: Double?
  ) throws(SettingError) {
    func isKnown(_ quantity: ChartQuantity) -> Bool {
      runs.contains { quantity.isKnown(of: $0, minimum: minimum) }
    }
    guard let unknown = charts.map(\.quantity).first(where: { !isKnown($0) }) else { return }
    let keepsIterates = runs.contains(where: \.keepsIterates)
    let known = all.filter { isKnown($0) || $0.needsIterates && !keepsIterates }
    let function = runs.first?.function.description ?? ""
    throw SettingError(
      "chart",
      "\(unknown.name) is not known of any optimizer on '\(function)'; expected one of "
        + known.map(\.name).joined(separator: ", "))
  }
}
