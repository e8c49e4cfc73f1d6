import ArgumentParser
import Rendering
import Scenes

// What races are drawn with, as arguments.

extension RaceClock: ExpressibleByArgument {
  public static var allValueStrings: [String] { allCases.map(\.rawValue) }
}
extension RaceStyle.Layout: ExpressibleByArgument {}
extension MapAspect: ExpressibleByArgument {}
extension FilmEncoder: ExpressibleByArgument {}

extension ColorRamp: ExpressibleByArgument {
  public init?(argument: String) {
    guard let ramp = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = ramp
  }

  public static var allValueStrings: [String] { all.map(\.name) }
  public var defaultValueDescription: String { name }
}

extension ThemeColors: ExpressibleByArgument {
  public init?(argument: String) {
    guard let colors = Self.all.first(where: { $0.name == argument }) else { return nil }
    self = colors
  }

  public static var allValueStrings: [String] { all.map(\.name) }
  public var defaultValueDescription: String { name }
}
