import Contours
import Foundation
import JSON

/// The heights of f at the nodes of a grid over the window: from them a page computes the contours
/// anew where it is zoomed.
///
/// Between the nodes lie polynomials. The grid is the coarsest, and the degree the highest, that
/// puts hardly any place into a wrong band; a function that no grid tells well has none, and its
/// page enlarges the picture.
struct PageGround {
  /// f at the nodes.
  let grid: Grid
  /// Of the polynomials between the nodes.
  let degree: Degree
  private let levels: Levels
  private let style: ContourStyle

  /// Through so many nodes along each axis, and one.
  enum Degree: Int, CaseIterable {
    /// For what is smooth.
    case fifth = 5
    /// For kinks and jumps, beside which higher degrees swing.
    case first = 1

    /// The weights of nodes in a row at the middle of them.
    var weights: [Double] {
      switch self {
      case .fifth: [3, -25, 150, 150, -25, 3].map { $0 / 256 }
      case .first: [0.5, 0.5]
      }
    }
  }

  /// Nodes along either side.
  private static let sides = [65, 129, 257]
  /// The shares of places in a wrong band that are not seen, and those that are not borne.
  private static let (unseen, unbearable) = (0.001, 0.05)

  /// Nil where there are no levels, or where no grid tells the function well.
  init?(_ landscape: Landscape, levels: Levels, style: ContourStyle) {
    guard !levels.values.isEmpty else { return nil }
    (self.levels, self.style) = (levels, style)
    let finest = Self.sides[Self.sides.count - 1]
    // Values of a costly function are there already, at the nodes of a grid.
    let sides = landscape.sampling.side.map { [min($0, finest)] } ?? Self.sides
    let function = landscape.ground(columns: finest)
    var best: (grid: Grid, degree: Degree, error: Double)?
    for side in sides {
      let grid = Grid(
        x: landscape.x, y: landscape.y, columns: side, rows: side, function: function)
      let (degree, error) = GridTrial(grid, of: function, levels: levels).choice
      if best.map({ error < $0.error }) ?? true { best = (grid, degree, error) }
      if let best, best.error <= Self.unseen { break }
    }
    guard let best, best.error <= Self.unbearable else { return nil }
    (grid, degree) = (best.grid, best.degree)
  }

  /// What the levels' steps are counted from.
  private var origin: Double { levels.base ?? levels.offset ?? 0 }

  /// A power of two by which heights are divided, so that those near the levels are neither too
  /// large nor too small for 32 bits.
  private var unit: Double {
    let largest = levels.steps.map(\.magnitude).max() ?? 0
    return largest > 0 ? largest.binade : 1
  }

  /// Far above all levels: with more, sums of heights might not be finite.
  private static let highest = 1e30

  /// Row after row from the lowest y; NaN where f is not finite.
  var heights: [Float] {
    grid.values.map { value in
      guard value.isFinite else { return .nan }
      return Float(min(max((value - origin) / unit, -Self.highest), Self.highest))
    }
  }

  /// Heights and steps have the same unit and origin; heights are the bytes of 32-bit numbers, the
  /// lowest byte first, in base 64. How lines are drawn is told as films do it.
  var json: JSON {
    let bytes = heights.flatMap { height in
      withUnsafeBytes(of: height.bitPattern.littleEndian) { Array($0) }
    }
    let (fading, hatching) = (Levels.fading, BandPainter.hatching)
    return .members([
      "columns": .integer(grid.columns),
      "rows": .integer(grid.rows),
      "degree": .integer(degree.rawValue),
      "heights": .string(Data(bytes).base64EncodedString()),
      "steps": .numbers(levels.steps.map { $0 / unit }),
      "lines": .strings(BandColors(levels: levels, style: style).lines.map(\.css)),
      "undefined": .string(style.colors.undefined.css),
      "hatch": .string(style.colors.hatch.css),
      "hatching": .integers([hatching.width, hatching.period]),
      "reach": .number(BandPainter.reach),
      "fading": .numbers([fading.gone, fading.whole]),
      "crowded": .number(LineWeights.crowded),
    ])
  }
}
