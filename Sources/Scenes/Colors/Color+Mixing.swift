extension Color {
  /// The share `weight` of `other` in this colour.
  public func mixed(with other: Color, _ weight: Double) -> Color {
    func channel(_ a: UInt8, _ b: UInt8) -> UInt8 {
      let value = (Double(a) * (1 - weight) + Double(b) * weight).rounded()
      return UInt8(min(max(value, 0), 255))
    }
    return Color(
      red: channel(red, other.red), green: channel(green, other.green),
      blue: channel(blue, other.blue))
  }

  /// 0xRRGGBB.
  var hex: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }
}
