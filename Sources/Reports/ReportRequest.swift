import Races
import Rendering
import Scenes
import Specifications
import Statistics

/// What a person asks of a report; what is nil is as usual.
public struct ReportRequest: Sendable {
  /// What runs had to reach; `TargetSet.usual` unless given.
  public var targets: TargetSet?
  /// What work is counted in; evaluations at equal cost unless given.
  public var axis: WorkAxis?
  /// By what work is divided.
  public var unit: WorkUnit?
  /// Theme, size, title, labels and formats of the figures.
  public var plot = PlotRequest()
  /// Of so many problems the race can be played from the page; 12 unless given.
  public var races: Int?
  /// How many numbers of steps the page holds.
  var pageLimit = StudyPage.usualLimit

  /// A request that says nothing.
  public init() {}
}

/// The settings of a `ReportRequest` beside those of its figures.
public enum ReportSettings {
  /// `targets`: what runs had to reach.
  public static let targets = Setting(
    "targets", \ReportRequest.targets, fallback: .usual,
    "Excess to reach: 1e-2,1e-4, relative:1e-3 (of the start's), found:1e-3 (above the lowest "
      + "found), coco or more-wild.")
  /// `axis`: what work is counted in.
  public static let axis = Setting(
    "axis", \ReportRequest.axis, fallback: .evaluations(.equal),
    "What work is counted in: steps, gradients, evaluations, samples, epochs or seconds; "
      + "evaluations:reverse-mode, evaluations:black-box, evaluations:gradients=2,hessians=10.")
  /// `unit`: by what work is divided.
  public static let unit = Setting(
    "unit", \ReportRequest.unit, fallback: .plain, "What work is divided by.")
  static let usualFormats: [PlotFormat] = [.png, .svg, .pdf]
  /// `format`: the files of each figure.
  public static let format = Setting(
    "format", \ReportRequest.plot.formats, fallback: usualFormats, placeholder: "format,...",
    "Files of each figure, with commas: png, svg, pdf.")
  /// `races`: how many races can be played.
  public static let races = Setting(
    "races", \ReportRequest.races, .from(0, to: 10_000), fallback: StudyReport.usualRaces,
    "Of so many problems the page plays the race.")
}
