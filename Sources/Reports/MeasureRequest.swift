import Specifications
import Statistics

/// What a person asks of the table of a measurement; what is nil is as usual.
public struct MeasureRequest: Sendable {
  /// What runs had to reach; `TargetSet.usual` unless given.
  public var targets: TargetSet?
  /// What work is counted in; steps, with gradients beside them, unless given.
  public var axis: WorkAxis?

  /// A request that says nothing.
  public init() {}
}

/// The settings of a `MeasureRequest`, which are those of reports.
public enum MeasureSettings {
  /// `targets`: what runs had to reach.
  public static let targets = Setting(
    "targets", \MeasureRequest.targets, fallback: .usual, ReportSettings.targets.help)
  /// `axis`: what work is counted in.
  public static let axis = Setting(
    "axis", \MeasureRequest.axis,
    ReportSettings.axis.help + " Steps, with gradients beside them, unless given.")
}
