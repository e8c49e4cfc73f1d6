/// An opaque sRGB colour, so that a picture's colours can be counted.
public struct Color: Hashable, Sendable {
  /// 0 to 255.
  public let red: UInt8
  /// 0 to 255.
  public let green: UInt8
  /// 0 to 255.
  public let blue: UInt8

  /// From the three parts, 0 to 255 each.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// 0xRRGGBB.
  public init(_ hex: UInt32) {
    self.init(
      red: UInt8(hex >> 16 & 255), green: UInt8(hex >> 8 & 255), blue: UInt8(hex & 255))
  }
}

/// How a line is drawn: round caps and joins.
public struct Stroke: Hashable, Sendable {
  /// Of the whole line.
  public var color: Color
  /// In pixels.
  public var width: Double
  /// Lengths of dashes and gaps in turn, in pixels; empty for a solid line.
  public var dashes: [Double]

  /// A solid line one pixel wide unless told.
  public init(_ color: Color, width: Double = 1, dashes: [Double] = []) {
    self.color = color
    self.width = width
    self.dashes = dashes
  }
}

/// How a text is set, relative to its anchor point.
public struct TextStyle: Hashable, Sendable {
  /// How heavy the letters are.
  public enum Weight: Hashable, Sendable {
    /// As running text.
    case regular
    /// As headlines.
    case bold
  }
  /// The kind of font.
  public enum Family: Hashable, Sendable {
    /// Without serifs.
    case sans
    /// All characters equally wide, for numbers that change and for what is typed.
    case mono
  }
  /// Which end of the text, or its middle, lies at the anchor.
  public enum Alignment: Hashable, Sendable {
    /// The text begins there.
    case leading
    /// Half of it lies on either side.
    case center
    /// It ends there.
    case trailing
  }
  /// Where the anchor lies: on the baseline, or midway between baseline and capital height.
  public enum Baseline: Hashable, Sendable {
    /// On which letters stand.
    case alphabetic
    /// Midway between that and the height of capitals.
    case middle
  }

  /// The font's size in pixels.
  public var size: Double
  /// Of the letters.
  public var color: Color
  /// How heavy the letters are.
  public var weight: Weight
  /// The kind of font.
  public var family: Family
  /// Which end of the text, or its middle, lies at the anchor.
  public var alignment: Alignment
  /// Where the anchor lies in the height of the text.
  public var baseline: Baseline
  /// Turned a quarter to the left: reads upwards.
  public var isVertical: Bool

  /// A horizontal text of regular weight unless told.
  public init(
    size: Double, color: Color, weight: Weight = .regular, family: Family = .sans,
    alignment: Alignment = .leading, baseline: Baseline = .alphabetic, isVertical: Bool = false
  ) {
    self.size = size
    self.color = color
    self.weight = weight
    self.family = family
    self.alignment = alignment
    self.baseline = baseline
    self.isVertical = isVertical
  }
}

/// The shape that tells an entrant apart without colour.
public enum MarkerShape: Hashable, Sendable, CaseIterable {
  /// A disc.
  case circle
  /// A square on its side.
  case square
  /// A square on its corner.
  case diamond
  /// A triangle that points up.
  case triangle
  /// A triangle that points down.
  case triangleDown
  /// Five corners, one up.
  case pentagon
  /// An upright cross with thick arms.
  case plus
  /// Six corners.
  case hexagon
  /// A star of five points.
  case star
  /// A cross with slanting arms.
  case cross
}

/// Pixels that are computed rather than drawn: row after row of colours.
public struct Raster: Hashable, Sendable {
  /// Pixels in a row.
  public let width: Int
  /// Rows of pixels, the uppermost first.
  public let height: Int
  /// `width * height` colours, 0xRRGGBB each.
  public let pixels: [UInt32]

  /// - Parameter pixels: width · height colours, row after row; another count is a programming
  ///   error.
  public init(width: Int, height: Int, pixels: [UInt32]) {
    precondition(pixels.count == width * height, "a raster of another size")
    self.width = width
    self.height = height
    self.pixels = pixels
  }
}

/// One thing to be seen. Marks later in a list lie above earlier ones.
public indirect enum Mark: Hashable, Sendable {
  /// What of fill and stroke is nil is not drawn.
  case rectangle(Rect, fill: Color?, stroke: Stroke?)
  /// Open, through the points in order.
  case polyline([Point], Stroke)
  /// Closed from the last point to the first; the stroke lies half inside and half outside.
  case polygon([Point], fill: Color?, stroke: Stroke?)
  /// `size` is the diameter; the halo is a rim two pixels wide around the shape.
  case marker(MarkerShape, at: Point, size: Double, fill: Color, halo: Color)
  /// The point is the text's anchor.
  case text(String, at: Point, TextStyle)
  /// The raster's upper left corner lies at the point, which has whole coordinates.
  case raster(Raster, at: Point)
  /// What of the marks lies within the rectangle.
  case clipped(Rect, [Mark])
}

/// Marks that change together, and the rectangle they stay within.
public struct Element: Hashable, Sendable {
  /// Holds all ink of the marks, the width of their lines included.
  public let bounds: Rect
  /// From below to above.
  public let marks: [Mark]

  /// Marks that stay within `bounds`.
  public init(bounds: Rect, marks: [Mark]) {
    self.bounds = bounds
    self.marks = marks
  }
}

/// One still picture.
public struct Picture: Sendable {
  /// Of the whole picture.
  public let size: PixelSize
  /// Fills the picture below all marks.
  public let background: Color
  /// From below to above.
  public let marks: [Mark]

  /// Marks on a background, from below to above.
  public init(size: PixelSize, background: Color, marks: [Mark]) {
    self.size = size
    self.background = background
    self.marks = marks
  }
}

/// A sequence of frames in three layers.
///
/// The background is drawn once. Trails only grow: what a frame adds is drawn over what earlier
/// frames left. The overlay is drawn anew where one of its elements differs from the element at
/// the same place in the frame before.
public protocol Film: Sendable {
  /// Of every frame.
  var size: PixelSize { get }
  /// Frames are numbered from 0.
  var frameCount: Int { get }
  /// What lies below the trails, as large as a frame.
  var background: Picture { get }
  /// What frame i adds to the trails, for i from 0; each element's bounds hold all its ink.
  func trails(ofFrame i: Int) -> [Element]
  /// The overlay of frame i. Every frame has the same number of elements.
  func overlay(ofFrame i: Int) -> [Element]
}

/// Measures text for layouts, without drawing it.
public protocol TextMeasuring: Sendable {
  /// The width in pixels that `text` takes in `style`, before any rotation.
  func width(of text: String, in style: TextStyle) -> Double
}
