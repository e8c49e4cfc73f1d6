import Contours
import Experiments
import Optimizers
import Specifications

/// The largest stable curvatures of entrants that have one, as 2/ε of gradient descent with a
/// constant rate, beside the sharpness of their runs: on a quadratic with a larger eigenvalue they
/// would diverge (Cohen et al., Gradient descent on neural networks typically occurs at the edge of
/// stability, 2021).
struct StabilityLimits {
  struct Limit {
    let value: Double
    let color: Color
  }

  /// Those that the axis has room for.
  let shown: [Limit]
  /// Those that would leave none for the curves.
  private let beyond: [Double]

  /// How many times the largest sharpness a limit may be to be shown.
  private static let reach = 3.0

  /// None but for the sharpness.
  ///
  /// - Parameters:
  ///   - colors: of the entrants.
  ///   - highest: the largest sharpness of their runs.
  init(
    _ groups: [[Trajectory]], _ quantity: ChartQuantity, colors: [Color], highest: Double
  ) {
    guard quantity.name == WatchedFigure.sharpness.rawValue else {
      (shown, beyond) = ([], [])
      return
    }
    let limits = zip(groups, colors).compactMap { runs, color in
      Self.limit(of: runs[0]).map { Limit(value: $0, color: color) }
    }
    shown = limits.filter { $0.value <= Self.reach * highest }
    beyond = limits.map(\.value).filter { $0 > Self.reach * highest }
  }

  /// That of a method of the catalogue.
  private static func limit(of run: Trajectory) -> Double? {
    let settings = try? OptimizerCatalogue.settings(run.optimizer)
    return settings?.largestStableCurvature
  }

  /// "dashed: the largest stable curvature"; "that of 2000 is beyond the axis".
  var note: String? {
    let name = "the largest stable curvature, as 2/ε of gradient descent"
    let far = beyond.map { "\(name), \(NumberText.short($0)), is beyond the axis" }
    let notes = (shown.isEmpty ? [] : ["dashed: \(name)"]) + far
    return notes.isEmpty ? nil : notes.joined(separator: "; ")
  }

  /// A dashed line for each that is shown, as wide as the plot.
  func marks(on plot: Plot, _ typesetting: Typesetting) -> [Mark] {
    let theme = typesetting.theme
    let lines = shown.compactMap { limit -> Mark? in
      guard let y = plot.point(plot.x.domain.upperBound, limit.value)?.y else { return nil }
      let stroke = Stroke(limit.color, width: theme.trail / 2, dashes: [7, 5])
      return .polyline([Point(plot.area.x, y), Point(plot.area.maxX, y)], stroke)
    }
    return [.clipped(plot.area, lines)]
  }
}
