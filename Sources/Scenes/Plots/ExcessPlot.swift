import Experiments

/// The error of several runs over the course of their work, as one picture.
public struct ExcessPlot: Sendable {
  /// What the error is plotted against; the raw value is the title of the axis.
  public enum Abscissa: String, Sendable, CaseIterable {
    case steps, gradients, samples

    func value(of run: Trajectory, at entry: Int) -> Int {
      switch self {
      case .steps: run.steps[entry]
      case .gradients: run.cumulated[.gradients][entry]
      case .samples: run.cumulated[.samples][entry]
      }
    }

    /// Those that tell runs apart: samples where there are any.
    public static func known(of runs: [Trajectory]) -> [Self] {
      allCases.filter { $0 != .samples || runs.contains { $0.counts[.samples] > 0 } }
    }
  }

  /// What is plotted.
  public enum Ordinate: Hashable, Sendable {
    /// f − f* logarithmically; f itself where a trajectory does not know its minimum.
    case excess
    /// A figure of the trajectories, by its name.
    case figure(String)

    func values(of run: Trajectory) -> [Double] {
      switch self {
      case .excess: run.values
      case .figure(let name): run.figures.first { $0.name == name }?.values ?? []
      }
    }

    /// What is told of an entry: of a figure that only some entries have, the latest.
    func value(of run: Trajectory, at entry: Int) -> Double {
      switch self {
      case .excess: run.values[entry]
      case .figure(let name): run.figures.first { $0.name == name }?.value(at: entry) ?? .nan
      }
    }

    /// The values without the heights of divergences: within a thousand times the largest that a
    /// run begins with.
    func ordinary(_ trajectories: [Trajectory]) -> [Double] {
      let heights = trajectories.map { run in
        let floor = self == .excess ? run.minimum ?? 0 : 0
        return values(of: run).map { ($0, ($0 - floor).magnitude) }
      }
      let starts = heights.compactMap { $0.first?.1 }.filter(\.isFinite)
      let limit = (starts.max() ?? 1) * 1000
      return heights.flatMap { run in run.filter { $0.1 <= limit }.map(\.0) }
    }

    /// Whether only some entries have it.
    var isWatched: Bool {
      guard case .figure(let name) = self else { return false }
      return WatchedFigure(rawValue: name) != nil
    }
  }

  /// The plot, with its axes and legend.
  public let picture: Picture

  /// Plots f − f* logarithmically; f itself where a trajectory does not know its minimum.
  public init(
    trajectories: [Trajectory], abscissa: Abscissa = .steps, isLogarithmicX: Bool = false,
    size: PixelSize = PixelSize(width: 960, height: 640), title: String,
    measuring: any TextMeasuring
  ) {
    self.init(
      groups: trajectories.map { [$0] }, abscissa: abscissa, isLogarithmicX: isLogarithmicX,
      size: size, title: title, measuring: measuring)
  }

  /// The same for runs of which some differ in their seed only: a group of several is drawn as its
  /// median between its quartiles.
  public init(
    groups: [[Trajectory]], of ordinate: Ordinate = .excess, abscissa: Abscissa = .steps,
    isLogarithmicX: Bool = false,
    size: PixelSize = PixelSize(width: 960, height: 640), title: String,
    measuring: any TextMeasuring
  ) {
    let groups = groups.filter { !$0.isEmpty }
    let trajectories = groups.flatMap { $0 }
    let theme = Theme(.light, size: size, reference: PixelSize(width: 960, height: 640))
    let typesetting = Typesetting(theme, measuring)
    let limits = StabilityLimits(groups, ordinate)
    let axis = Self.axis(ordinate, trajectories, limits)
    let labels = EntrantNames(groups.map { $0[0] }).names
    let places = EntrantPlaces.places(of: groups.map { $0[0] })
    let curves = groups.enumerated().map { i, runs in
      runs.count == 1
        ? ExcessCurve(
          runs[0], ordinate, label: labels[i], index: places[i], abscissa: abscissa,
          isLogarithmicX: isLogarithmicX)
        : ExcessCurve(
          medianOf: runs, ordinate, label: labels[i], index: places[i], abscissa: abscissa,
          isLogarithmicX: isLogarithmicX)
    }
    let layout = ExcessLayout(
      size: size, typesetting: typesetting, curves: curves, axis: axis,
      isLogarithmicX: isLogarithmicX)
    let frame = AxisFrame(
      plot: layout.plot, typesetting: typesetting, xTitle: abscissa.rawValue, yTitle: axis.title,
      hasGrid: true)
    let bands = curves.flatMap { $0.band(on: layout.plot, axis: axis, theme: theme) }
    let lines = curves.flatMap { $0.marks(on: layout.plot, axis: axis, theme: theme) }
    let heading = layout.heading(title, note: Self.note(groups, limits))
    picture = Picture(
      size: size, background: theme.colors.paper,
      marks: bands + frame.grid + limits.marks(on: layout.plot, typesetting) + lines + frame.marks
        + layout.labels(curves, axis: axis) + heading)
  }

  private static func axis(
    _ ordinate: Ordinate, _ trajectories: [Trajectory], _ limits: StabilityLimits
  ) -> ValueAxis {
    guard case .figure(let name) = ordinate else {
      let minima = trajectories.map(\.minimum)
      let minimum = minima.contains(nil) ? nil : minima.first ?? nil
      return ValueAxis(values: ordinate.ordinary(trajectories), minimum: minimum)
    }
    // Losses fall by factors; shares do not.
    return ValueAxis(
      values: ordinate.ordinary(trajectories) + limits.shown.map(\.value),
      minimum: name.hasSuffix("loss") ? 0 : nil,
      named: name)
  }

  private static func note(_ groups: [[Trajectory]], _ limits: StabilityLimits) -> String? {
    let runs = groups.map(\.count).max() ?? 1
    let notes = [runs > 1 ? "medians and quartiles of \(runs) runs" : nil, limits.note]
    let told = notes.compactMap { $0 }
    return told.isEmpty ? nil : told.joined(separator: "; ")
  }
}
