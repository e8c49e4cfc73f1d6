/// The colour and the marker that tell an entrant from the others.
public struct EntrantStyle: Hashable, Sendable {
  public let color: Color
  public let shape: MarkerShape

  /// The style of the entrant at a place in the list. Eight colours that the colour-blind can tell
  /// apart, after Okabe and Ito; from the ninth entrant on they return with other shapes.
  public init(index: Int) {
    let round = index / Self.colors.count
    color = Self.colors[index % Self.colors.count]
    shape = Self.shapes[(index + round * 3) % Self.shapes.count]
  }

  /// Yellow, which is lost on light ground, makes way for wine red.
  private static let colors: [Color] = [
    Color(0x0072B2), Color(0xD55E00), Color(0x009E73), Color(0xCC79A7),
    Color(0x000000), Color(0xE69F00), Color(0x56B4E9), Color(0x882255),
  ]

  /// Stars mark minima, crosses mark saddles and the end of a divergence.
  private static let shapes: [MarkerShape] = [
    .circle, .square, .triangle, .diamond, .triangleDown, .pentagon, .plus, .hexagon,
  ]
}
