/// Colours for ordered values, from low to high.
public struct ColorRamp: Hashable, Sendable {
  private let anchors: [Color]

  init(_ anchors: [UInt32]) {
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

  /// Viridis.
  public static let sequential = ColorRamp(
    [
      0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151,
      0xBDDF26, 0xFDE725,
    ])

  /// Blue over white to red, for values on either side of zero.
  public static let diverging = ColorRamp(
    [0x3B6FB6, 0x7CA3D4, 0xB9CEE8, 0xF4F2EE, 0xF0C6B2, 0xDD8F73, 0xBE4B3F])
}
