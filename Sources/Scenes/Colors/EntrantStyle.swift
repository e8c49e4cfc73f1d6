/// The colour and the marker that tell an entrant from the others.
public struct EntrantStyle: Hashable, Sendable {
  /// That of its trail and markers.
  public let color: Color
  /// That of its markers.
  public let shape: MarkerShape

  /// The style of the entrant at a place in the list; where the theme's colours are used up they
  /// return with other shapes.
  ///
  /// - Parameter chosen: a colour instead of the theme's.
  public init(index: Int, in colors: ThemeColors = .light, color chosen: Color? = nil) {
    let round = index / colors.trails.count
    color = chosen ?? colors.trails[index % colors.trails.count]
    shape = Self.shapes[(index + round * 3) % Self.shapes.count]
  }

  /// Stars mark minima, crosses mark saddles and the end of a divergence.
  private static let shapes: [MarkerShape] = [
    .circle, .square, .triangle, .diamond, .triangleDown, .pentagon, .plus, .hexagon,
  ]
}
