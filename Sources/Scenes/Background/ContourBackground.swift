import Contours

/// A function of two variables as bands of colour, by one evaluation a pixel and some for levels
/// and lines.
public struct ContourBackground: Sendable {
  /// Where one band ends and the next begins.
  public let levels: Levels
  /// As many pixels as the map has, the highest y first.
  public let raster: Raster
  /// The lines between the bands, where they are not in the raster.
  private let lines: ContourLines?

  /// Evaluates `objective` at the centre of every pixel of a raster over the window. The levels are
  /// those of `style`, with `minimum` for f* where it is known.
  public init(
    objective: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>,
    width: Int, height: Int, minimum: Double?, style: ContourStyle = ContourStyle()
  ) {
    let levels = Levels(of: objective, x: x, y: y, minimum: minimum, rule: style.levels)
    self.init(
      objective: objective, x: x, y: y, width: width, height: height, levels: levels,
      style: style)
  }

  /// The same with levels that are there already.
  public init(
    objective: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>,
    width: Int, height: Int, levels: Levels, style: ContourStyle = ContourStyle()
  ) {
    let samples = PixelSamples(objective, x: x, y: y, width: width, height: height)
    let weights = LineWeights(
      objective: objective, x: x, y: y, width: width, height: height, levels: levels)
    let painter = BandPainter(levels: levels, weights: weights, style: style)
    var pixels: [UInt32] = []
    pixels.reserveCapacity(width * height)
    for row in 0..<height {
      for column in 0..<width {
        pixels.append(painter.color(at: column, row, in: samples).hex)
      }
    }
    self.levels = levels
    raster = Raster(width: width, height: height, pixels: pixels)
    lines = style.isVector ? ContourLines(weights, levels: levels, style: style) : nil
  }

  /// The raster, which fills the plot's area, and the lines.
  func marks(on plot: Plot) -> [Mark] {
    [.raster(raster, at: Point(plot.area.x, plot.area.y))] + (lines?.marks(on: plot) ?? [])
  }
}
