import Contours

/// A function of two variables as bands of colour, one evaluation a pixel.
public struct ContourBackground: Sendable {
  public let levels: Levels
  public let raster: Raster

  /// Evaluates `objective` at the centre of every pixel of a raster over the window.
  public init(
    objective: (Double, Double) -> Double, x: ClosedRange<Double>, y: ClosedRange<Double>,
    width: Int, height: Int, minimum: Double?, levelCount: Int = 14,
    style: ContourStyle = ContourStyle()
  ) {
    let samples = Self.samples(objective, x, y, width: width, height: height)
    levels = Levels(samples: samples, minimum: minimum, count: levelCount)
    raster = Self.paint(samples, width: width, height: height, levels: levels, style: style)
  }

  /// Values row after row from the highest y.
  private static func samples(
    _ objective: (Double, Double) -> Double, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>,
    width: Int, height: Int
  ) -> [Double] {
    let columns = Scale(x, from: 0, to: Double(width))
    let rows = Scale(y, from: Double(height), to: 0)
    let abscissas = (0..<width).map { columns.value(at: Double($0) + 0.5) }
    var samples: [Double] = []
    samples.reserveCapacity(width * height)
    for row in 0..<height {
      let ordinate = rows.value(at: Double(row) + 0.5)
      for abscissa in abscissas { samples.append(objective(abscissa, ordinate)) }
    }
    return samples
  }

  private static func paint(
    _ samples: [Double], width: Int, height: Int, levels: Levels, style: ContourStyle
  ) -> Raster {
    let painter = BandPainter(levels: levels, style: style)
    var pixels: [UInt32] = []
    pixels.reserveCapacity(width * height)
    for row in 0..<height {
      for column in 0..<width {
        let i = row * width + column
        let across = difference(samples, i, step: 1, position: column, count: width)
        let down = difference(samples, i, step: width, position: row, count: height)
        let slope = (across * across + down * down).squareRoot()
        pixels.append(painter.color(samples[i], slope: slope).hex)
      }
    }
    return Raster(width: width, height: height, pixels: pixels)
  }

  /// The change from pixel to pixel, from both neighbours where there are two.
  private static func difference(
    _ samples: [Double], _ i: Int, step: Int, position: Int, count: Int
  ) -> Double {
    let before = position > 0 ? i - step : i
    let after = position < count - 1 ? i + step : i
    guard before < after else { return 0 }
    return (samples[after] - samples[before]) / Double((after - before) / step)
  }
}
