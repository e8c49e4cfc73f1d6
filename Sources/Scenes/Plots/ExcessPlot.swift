import Experiments

/// The error of several runs over the course of their work, as one picture.
public struct ExcessPlot: Sendable {
  public enum Abscissa: String, Sendable, CaseIterable {
    case steps, gradients
  }

  public let picture: Picture

  /// Plots f − f* logarithmically; f itself where a trajectory does not know its minimum.
  public init(
    trajectories: [Trajectory], abscissa: Abscissa = .steps, isLogarithmicX: Bool = false,
    size: PixelSize = PixelSize(width: 960, height: 640), title: String,
    measuring: any TextMeasuring
  ) {
    let theme = Theme(.light, size: size, reference: PixelSize(width: 960, height: 640))
    let minima = trajectories.map(\.minimum)
    let minimum = minima.contains(nil) ? nil : minima.first ?? nil
    let axis = ValueAxis(values: Self.ordinary(trajectories), minimum: minimum)
    let curves = zip(trajectories, trajectories.labels).enumerated().map { i, run in
      ExcessCurve(
        run.0, label: run.1, index: i, abscissa: abscissa, isLogarithmicX: isLogarithmicX)
    }
    let layout = ExcessLayout(
      size: size, theme: theme, curves: curves, axis: axis, isLogarithmicX: isLogarithmicX,
      measuring: measuring)
    let frame = AxisFrame(
      plot: layout.plot, theme: theme, xTitle: abscissa.rawValue, yTitle: axis.title,
      hasGrid: true, measuring: measuring)
    let lines = curves.flatMap { $0.marks(on: layout.plot, axis: axis, theme: theme) }
    let heading = layout.heading(title, note: axis.hasFloor ? Self.note(axis) : nil)
    picture = Picture(
      size: size, background: theme.colors.paper,
      marks: frame.grid + lines + frame.marks + layout.labels(curves, axis: axis) + heading)
  }

  /// The values without the heights of divergences.
  private static func ordinary(_ trajectories: [Trajectory]) -> [Double] {
    let excesses = trajectories.compactMap { trajectory in
      trajectory.values.first.map { $0 - (trajectory.minimum ?? 0) }
    }
    let limit = (excesses.filter(\.isFinite).map(\.magnitude).max() ?? 1) * 1000
    return trajectories.flatMap { trajectory in
      trajectory.values.filter { ($0 - (trajectory.minimum ?? 0)).magnitude <= limit }
    }
  }

  private static func note(_ axis: ValueAxis) -> String {
    "errors below \(NumberLabel.value(axis.domain.lowerBound, digits: 1)), "
      + "zero included, lie on the lower edge"
  }
}
