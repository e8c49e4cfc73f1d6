import Experiments

/// The error of several runs over the course of their work, as one picture.
public struct ExcessPlot: Sendable {
  /// What the error is plotted against; the raw value is the title of the axis.
  public enum Abscissa: String, Sendable, CaseIterable {
    /// Steps of the method.
    case steps
    /// Gradients that it asked for.
    case gradients
    /// Examples that were looked at.
    case samples

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
    /// What charts of races show.
    case chart(RaceChart)

    func chart(minimum: Double?) -> RaceChart {
      switch self {
      case .excess: RaceChart(.usual(minimum: minimum))
      case .figure(let name): RaceChart(.figure(name))
      case .chart(let chart): chart
      }
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
  ///
  /// - Parameters:
  ///   - looks: labels and colours of the groups, from the first on, where they are not as usual.
  ///   - guides: lines that the curves are compared with.
  public init(
    groups: [[Trajectory]], of ordinate: Ordinate = .excess, abscissa: Abscissa = .steps,
    isLogarithmicX: Bool = false, colors: ThemeColors = .light, looks: [EntrantLook] = [],
    guides: [ChartGuide] = [], size: PixelSize = PixelSize(width: 960, height: 640),
    title: String, measuring: any TextMeasuring
  ) {
    let groups = groups.filter { !$0.isEmpty }
    let theme = Theme(colors, size: size, reference: PixelSize(width: 960, height: 640))
    let typesetting = Typesetting(theme, measuring)
    let minimum = Self.minimum(of: groups.flatMap { $0 })
    let chart = ordinate.chart(minimum: minimum)
    let styles = Self.styles(groups, colors, looks)
    let ordinary = OrdinaryEntries(groups, chart.quantity, minimum)
    let limits = StabilityLimits(
      groups, chart.quantity, colors: styles.map(\.color), highest: ordinary.largest(of: groups))
    let plan = ChartPlan(
      chart, guides: guides, beside: limits.shown.map(\.value), of: groups, minimum: minimum,
      clock: abscissa.clock, entries: ordinary.entries)
    let names = EntrantNames(groups.map { $0[0] }, looks: looks).names
    let curves = groups.indices.flatMap { i in
      plan.lines.indices.filter { plan.isKnown($0, of: groups[i]) }.map { line in
        ExcessCurve(
          groups[i], plan, line: line, name: names[i], style: styles[i], paper: colors.paper,
          phase: i, abscissa: abscissa, isLogarithmicX: isLogarithmicX)
      }
    }
    let layout = ExcessLayout(
      size: size, typesetting: typesetting, curves: curves, axis: plan.axis,
      isLogarithmicX: isLogarithmicX)
    let frame = AxisFrame(
      plot: layout.plot, typesetting: typesetting, xTitle: abscissa.rawValue,
      yTitle: plan.axis.title, hasGrid: true)
    let bands = curves.flatMap { $0.band(on: layout.plot, axis: plan.axis, theme: theme) }
    let lines = curves.flatMap { $0.marks(on: layout.plot, axis: plan.axis, theme: theme) }
    let guideLines = GuideLines(guides: plan.guides, plot: layout.plot, typesetting: typesetting)
    let heading = layout.heading(title, note: Self.note(groups, limits))
    picture = Picture(
      size: size, background: theme.colors.paper,
      marks: bands + frame.grid + (guides.isEmpty ? [] : guideLines.marks)
        + limits.marks(on: layout.plot, typesetting) + lines + frame.marks
        + layout.labels(curves, axis: plan.axis) + heading)
  }

  /// min f where all know it.
  private static func minimum(of runs: [Trajectory]) -> Double? {
    let minima = runs.map(\.minimum)
    return minima.contains(nil) ? nil : minima.first ?? nil
  }

  private static func styles(
    _ groups: [[Trajectory]], _ colors: ThemeColors, _ looks: [EntrantLook]
  ) -> [EntrantStyle] {
    EntrantPlaces.places(of: groups.map { $0[0] }).enumerated().map { i, place in
      EntrantStyle(
        index: place, in: colors, color: looks.indices.contains(i) ? looks[i].color : nil)
    }
  }

  private static func note(_ groups: [[Trajectory]], _ limits: StabilityLimits) -> String? {
    let runs = groups.map(\.count).max() ?? 1
    let notes = [runs > 1 ? "medians and quartiles of \(runs) runs" : nil, limits.note]
    let told = notes.compactMap { $0 }
    return told.isEmpty ? nil : told.joined(separator: "; ")
  }
}

extension ExcessPlot.Abscissa {
  fileprivate var clock: RaceClock {
    switch self {
    case .steps: .steps
    case .gradients: .gradients
    case .samples: .samples
    }
  }
}

extension ChartQuantity {
  /// A figure of trajectories by its name: losses fall by factors, shares do not.
  static func figure(_ name: String) -> ChartQuantity {
    ChartQuantity(
      name, title: name, summary: "", scale: name.hasSuffix("loss") ? .logarithmic : .linear
    ) { run, _ in run.figures.filter { $0.name == name }.map { Line($0.values) } }
  }
}

/// The entries of runs that a plot's axis is to show: without the heights of divergences, those
/// within a thousand times the largest value that a run begins with.
struct OrdinaryEntries {
  private let quantity: ChartQuantity
  private let minimum: Double?
  private let limit: Double

  init(_ groups: [[Trajectory]], _ quantity: ChartQuantity, _ minimum: Double?) {
    (self.quantity, self.minimum) = (quantity, minimum)
    let starts = groups.joined().flatMap { run in
      quantity.lines(run, minimum).compactMap { $0.values.first(where: \.isFinite)?.magnitude }
    }
    limit = (starts.max() ?? 1) * 1000
  }

  func entries(of run: Trajectory) -> [Int] {
    let lines = quantity.lines(run, minimum)
    return (0..<run.count).filter { i in lines.allSatisfy { !($0.values[i].magnitude > limit) } }
  }

  /// The largest value among them; 0 for none.
  func largest(of groups: [[Trajectory]]) -> Double {
    groups.joined().flatMap { run in
      quantity.lines(run, minimum).flatMap { line in entries(of: run).map { line.values[$0] } }
    }.filter(\.isFinite).max() ?? 0
  }
}
