import Specifications

/// How the upright axis of a chart is divided.
public enum ChartScale: String, Choice, CaseIterable {
  /// Equal differences are equally far apart.
  case linear
  /// Equal ratios are equally far apart.
  case logarithmic = "log"
}

/// A chart that is wanted of a race.
public struct RaceChart: Hashable, Sendable {
  /// What it shows.
  public let quantity: ChartQuantity
  /// The quantity's own unless given.
  public let scale: ChartScale?

  /// - Parameter scale: the quantity's own unless given.
  public init(_ quantity: ChartQuantity, scale: ChartScale? = nil) {
    (self.quantity, self.scale) = (quantity, scale)
  }

  /// The most charts that a frame has room for.
  public static let most = 3
}

/// speed; excess:scale=linear.
extension RaceChart: Choice {
  /// The names of the quantities.
  public static var choices: [String] { ChartQuantity.choices }

  public var spelling: String {
    quantity.name + (scale.map { ":scale=\($0.spelling)" } ?? "")
  }

  /// - Throws: what was expected, where the quantity, the setting or the scale is unknown.
  public init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let quantity = try ChartQuantity(spelling: String(parts[0]))
    guard parts.count == 2 else {
      self.init(quantity)
      return
    }
    let pair = parts[1].split(separator: "=", omittingEmptySubsequences: false).map(String.init)
    guard pair.count == 2, pair[0] == "scale" else {
      throw SpecificationError("expected \(quantity.name):scale=linear, or scale=log")
    }
    self.init(quantity, scale: try ChartScale(spelling: pair[1]))
  }
}
