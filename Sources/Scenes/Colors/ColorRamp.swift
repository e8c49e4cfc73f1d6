/// Colours for ordered values, from low to high.
public struct ColorRamp: Hashable, Sendable {
  /// What a person calls it.
  public let name: String
  /// Whether it runs from one hue over a pale middle to another one.
  public let isDiverging: Bool
  private let anchors: [Color]

  init(_ name: String, isDiverging: Bool = false, _ anchors: [UInt32]) {
    self.name = name
    self.isDiverging = isDiverging
    self.anchors = anchors.map { Color($0) }
  }

  /// The colour at a share between 0 and 1.
  public subscript(share: Double) -> Color {
    let place = min(max(share, 0), 1) * Double(anchors.count - 1)
    let i = min(Int(place), anchors.count - 2)
    return anchors[i].mixed(with: anchors[i + 1], place - Double(i))
  }

  /// Colours for `count` bands.
  public func bands(_ count: Int) -> [Color] {
    (0..<count).map { self[count == 1 ? 0.5 : Double($0) / Double(count - 1)] }
  }
}
