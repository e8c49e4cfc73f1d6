extension ColorRamp {
  /// Dark violet over teal to yellow, by Smith and van der Walt.
  public static let viridis = ColorRamp(
    "viridis",
    [
      0x440154, 0x482475, 0x414487, 0x355F8D, 0x2A788E, 0x21918C, 0x22A884, 0x44BF70, 0x7AD151,
      0xBDDF26, 0xFDE725,
    ])

  /// Dark blue over grey to yellow: looks the same with and without red-green blindness; by Nuñez,
  /// Anderton and Renslow.
  public static let cividis = ColorRamp(
    "cividis",
    [
      0x00224E, 0x083370, 0x35456C, 0x4F576C, 0x666970, 0x7D7C78, 0x948E77, 0xAEA371, 0xC8B866,
      0xE5CF52, 0xFEE838,
    ])

  /// Dark blue to pale green: CIELAB lightness from 14 to 97 in equal steps, chroma falling.
  public static let ocean = ColorRamp(
    "ocean",
    [
      0x001D6A, 0x00347F, 0x004B90, 0x0062A0, 0x0078AC, 0x208FB8, 0x4DA5C3, 0x72BCCD, 0x98D1D9,
      0xBEE6E7, 0xE9FAF8,
    ])

  /// Dark violet over red to pale yellow: CIELAB lightness from 14 to 95 in equal steps.
  public static let ember = ColorRamp(
    "ember",
    [
      0x371542, 0x591C50, 0x7C255A, 0x9E315F, 0xBC4361, 0xD65A62, 0xEA7564, 0xF99269, 0xFFB076,
      0xFFD096, 0xFFEECE,
    ])

  /// CIELAB lightness from 12 to 97 in equal steps.
  public static let gray = ColorRamp(
    "gray",
    [
      0x1F1F1F, 0x313131, 0x444444, 0x585858, 0x6D6D6D, 0x828282, 0x989898, 0xAFAFAF, 0xC6C6C6,
      0xDEDEDE, 0xF6F6F6,
    ])

  /// Blue over white to red, for values on either side of zero.
  public static let diverging = ColorRamp(
    "blue-red", isDiverging: true,
    [0x3B6FB6, 0x7CA3D4, 0xB9CEE8, 0xF4F2EE, 0xF0C6B2, 0xDD8F73, 0xBE4B3F])

  /// All that a person can name.
  public static let all = [viridis, cividis, ocean, ember, gray, diverging]
}
