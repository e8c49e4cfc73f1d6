import Contours
import Experiments
import Scenes
import Statistics

extension PlotLine {
  /// The median of several runs over their steps.
  ///
  /// - Parameters:
  ///   - unit: how many steps the abscissa counts as one.
  ///   - hasQuartiles: whether the area between the quartiles is shown; the start, which has no place
  ///     on a logarithmic axis, is left out then.
  ///   - value: what is told of an entry.
  init(
    _ label: String, medianOf runs: [Trajectory], method: String? = nil, isDashed: Bool = false,
    over unit: Int = 1, hasQuartiles: Bool = false, value: (Trajectory, Int) -> Double
  ) {
    let band = RunBand(runs, clock: { $0.steps[$1] }, value: value)
    let kept = band.clocks.indices.filter { !hasQuartiles || band.clocks[$0] > 0 }
    self.init(
      label, kept.map { PlanePoint(Double(band.clocks[$0]) / Double(unit), band.median[$0]) },
      method: method, isDashed: isDashed,
      band: hasQuartiles ? kept.map { band.lower[$0]...band.upper[$0] } : [])
  }
}
