import Experiments
import Output
import Rendering
import Scenes
import Specifications

/// The plots of a measurement, as files.
public struct MeasurePlots: Sendable {
  private let groups: [[Trajectory]]
  private let names: [Specification]?
  /// What the function is called.
  private let function: String
  private let request: PlotRequest

  /// - Parameters:
  ///   - groups: the runs of each optimizer, all on one function.
  ///   - function: what it is called, in words.
  ///   - names: what their user calls the optimizers, one for each.
  public init(
    groups: [[Trajectory]], function: String, names: [Specification]? = nil,
    request: PlotRequest = PlotRequest()
  ) {
    (self.groups, self.function, self.names) = (groups, function, names)
    self.request = request
  }

  private var runs: [Trajectory] { groups.flatMap { $0 } }
  private var formats: [PlotFormat] { request.formats ?? [.png, .svg] }
  private var abscissas: [ExcessPlot.Abscissa] { ExcessPlot.Abscissa.known(of: runs) }

  /// Throws where no run has what is to be plotted, with what there is.
  public func requireKnown() throws(SettingError) {
    let minima = runs.map(\.minimum)
    try ChartQuantity.require(
      request.charts ?? [], of: runs, minimum: minima.contains(nil) ? nil : minima.first ?? nil)
  }

  /// "plots against steps, gradients, PNG and SVG".
  public var summary: String {
    let names = abscissas.map(\.rawValue).joined(separator: ", ")
    let kinds = formats.map { $0.rawValue.uppercased() }
    let last = kinds.last ?? ""
    let list = kinds.count > 1 ? kinds.dropLast().joined(separator: ", ") + " and " + last : last
    return "plots against \(names), \(list)"
  }

  /// Each chart against each abscissa, also with a logarithmic one, and the figures of the runs.
  ///
  /// - Throws: where a picture cannot be drawn, or a file not be written.
  public func write(to folder: OutputFolder) throws {
    for name in runs.first?.figures.map(\.name) ?? [] { try write(figure: name, to: folder) }
    let charts = request.charts.map { $0.map(ExcessPlot.Ordinate.chart) } ?? [.excess]
    for chart in charts {
      for abscissa in abscissas {
        for isLogarithmic in [false, true] {
          let name = "\(chart.fileName)-\(abscissa.rawValue)" + (isLogarithmic ? "-loglog" : "")
          try write(
            plot(
              of: chart, over: abscissa, isLogarithmicX: isLogarithmic,
              title: "\(chart.headline) on \(function)"),
            named: name, to: folder)
        }
      }
    }
  }

  private func plot(
    of ordinate: ExcessPlot.Ordinate, over abscissa: ExcessPlot.Abscissa, isLogarithmicX: Bool,
    title: String
  ) -> ExcessPlot {
    let guides = ordinate.takesGuides ? request.guides ?? [] : []
    return ExcessPlot(
      groups: groups, of: ordinate, abscissa: abscissa, isLogarithmicX: isLogarithmicX,
      colors: request.theme ?? .light, looks: EntrantLook.named(request.looks, names),
      guides: guides,
      size: request.size ?? PixelSize(width: 960, height: 640), title: request.title ?? title,
      measuring: CairoTextMeasuring())
  }

  /// "validation-loss": a figure against the examples looked at, or the steps where there are none.
  private func write(figure name: String, to folder: OutputFolder) throws {
    let title = name.prefix(1).uppercased() + name.dropFirst()
    let plot = plot(
      of: .figure(name), over: abscissas.contains(.samples) ? .samples : .steps,
      isLogarithmicX: false, title: "\(title) of \(function)")
    try write(plot, named: name.replacing(" ", with: "-"), to: folder)
  }

  private func write(_ plot: ExcessPlot, named name: String, to folder: OutputFolder) throws {
    for format in formats {
      try folder.write(format.bytes(of: plot.picture), named: "\(name).\(format.rawValue)")
    }
  }
}

extension ExcessPlot.Ordinate {
  /// "excess", "speed", "excess-linear".
  fileprivate var fileName: String {
    guard case .chart(let chart) = self else { return "excess" }
    return chart.quantity.name + (chart.scale.map { "-" + $0.spelling } ?? "")
  }

  /// Guides are for what is asked for, not for the figures beside it.
  fileprivate var takesGuides: Bool {
    if case .figure = self { false } else { true }
  }

  fileprivate var headline: String {
    guard case .chart(let chart) = self, chart.quantity != .excess else { return "Excess error" }
    let name = chart.quantity.name.replacing("-", with: " ")
    return name.prefix(1).uppercased() + name.dropFirst()
  }
}
