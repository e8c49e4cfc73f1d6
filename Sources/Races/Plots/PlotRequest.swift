import Rendering
import Scenes
import Specifications

/// What a person asks of a measurement's plots, and as far as it fits of other single pictures;
/// what is nil is as usual.
public struct PlotRequest: Sendable {
  /// `light` unless given.
  public var theme: ThemeColors?
  /// Pixels; each kind of picture has its own unless given.
  public var size: PixelSize?
  /// The headline; what is drawn unless given.
  public var title: String?
  /// Names of the optimizers, from the first on.
  public var labels: [DrawingRequest.Look<String>]?
  /// Colours of the optimizers, from the first on.
  public var colors: [DrawingRequest.Look<Color>]?
  /// PNG and SVG unless given.
  public var formats: [PlotFormat]?
  /// The excess unless given.
  public var charts: [RaceChart]?
  /// Lines that the curves are compared with; none unless given.
  public var guides: [ChartGuide]?

  /// A request that says nothing.
  public init() {}

  /// Labels and colours, side by side.
  public var looks: [EntrantLook] { EntrantLook.list(labels, colors) }

  /// Throws where there are more labels or colours than optimizers.
  public func requireLooks(for count: Int) throws(SettingError) {
    try EntrantLook.require(labels, colors, for: count)
  }
}

/// What a single picture is written as.
public enum PlotFormat: String, Choice, CaseIterable {
  /// Pixels.
  case png
  /// Vectors for pages; texts are outlines.
  case svg
  /// Vectors for print; texts are texts.
  case pdf

  /// The bytes of a file.
  ///
  /// - Throws: where the picture cannot be drawn or encoded.
  public func bytes(of picture: Picture) throws -> [UInt8] {
    let writer = PictureWriter()
    return switch self {
    case .png: try writer.png(picture)
    case .svg: try writer.svg(picture)
    case .pdf: try writer.pdf(picture)
    }
  }

  /// That of a file by the end of its name, whatever its case; nil for another one.
  public init?(of path: String) {
    let ending = path.lowercased().split(separator: ".").last.map(String.init) ?? ""
    self.init(rawValue: ending)
  }
}

// MARK: - Settings

/// The settings of a `PlotRequest`.
public enum PlotSettings {
  /// `theme`: the colours of the page.
  public static let theme = Setting(
    "theme", \PlotRequest.theme, fallback: .light, DrawingSettings.theme.help)
  /// `size`: width and height in pixels.
  public static let size = Setting(
    "size", \PlotRequest.size, "Width and height of a picture in pixels.")
  /// `title`: the headline.
  public static let title = Setting(
    words: "title", \PlotRequest.title, "The headline of a picture.")
  /// `label`: the names of the optimizers, in their order.
  public static let label = ListSetting(
    "label", \PlotRequest.labels, DrawingSettings.label.help)
  /// `color`: the colours of the optimizers, in their order.
  public static let color = ListSetting(
    "color", \PlotRequest.colors, DrawingSettings.color.help)
  /// `format`: the files to write of each plot.
  public static let format = Setting(
    "format", \PlotRequest.formats, fallback: [.png, .svg], placeholder: "format,...",
    "Files of each plot, with commas: png, svg, pdf.")
  /// `chart`: what is plotted.
  public static var chart: Setting<PlotRequest, [RaceChart]> {
    Setting(
      "chart", \PlotRequest.charts, placeholder: "name,...",
      "What is plotted, each in files of its own: \(DrawingSettings.chartList).")
  }
  /// `guide`: lines in each plot.
  public static let guide = Setting(
    "guide", \PlotRequest.guides, placeholder: "line,...", mayBeginWithMinus: true,
    "Lines in the plots of charts that the curves are compared with: \(DrawingSettings.guideList).")
}
