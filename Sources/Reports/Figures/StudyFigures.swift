import Contours
import Experiments
import RealModule
import Rendering
import Scenes
import Specifications
import Statistics

/// The still pictures of a study.
struct StudyFigures {
  let table: StudyTable
  let times: HittingTimes
  let look: PlotLook
  /// Of the study.
  let name: String

  /// A picture, its name for files, and how to read it.
  struct Figure {
    let name: String
    let caption: String
    let picture: Picture
  }

  var all: [Figure] {
    [distribution, performance, dataProfile, ranks].compactMap { $0 }
  }

  private var measuring: any TextMeasuring { CairoTextMeasuring() }

  private var pairs: String {
    let (problems, targets) = (times.grid.problems.count, times.targets.levels.count)
    return "\(problems) \(problems == 1 ? "problem" : "problems") × "
      + "\(targets) \(targets == 1 ? "target" : "targets") \(Self.text(times.targets))"
  }

  private var workTitle: String { times.axis.title(per: times.unit) }

  /// "1e-2, 1e-4, 1e-8", or the ends of many.
  private static func text(_ targets: TargetSet) -> String {
    let levels = targets.levels.map(NumberText.short)
    let list =
      levels.count > 5
      ? "\(levels[0]) to \(levels[levels.count - 1])" : levels.joined(separator: ", ")
    return targets.scale == .absolute ? list : "\(list) (\(targets.scale.rawValue))"
  }

  // MARK: Shares

  private var distribution: Figure {
    let optimizers = times.grid.optimizers.indices
    return Figure(
      name: "ecdf",
      caption: "The share of pairs of problem and target that were reached within so much work: "
        + "further left is faster, higher is more reliable. The bands hold the curve in 95 of 100 "
        + "draws of other problems and runs.",
      picture: plot(
        optimizers.map { times.distribution(of: $0) }, x: workTitle,
        title: "Targets reached: \(name)", note: pairs
      ) { places in optimizers.map { times.distributionBand(of: $0, at: places) } })
  }

  private var performance: Figure? {
    guard times.grid.optimizers.count > 1 else { return nil }
    return Figure(
      name: "performance-profile",
      caption: "The share of pairs that an optimizer reaches within a multiple of the work of the "
        + "fastest: at 1 how often it is the fastest, at the right how often it succeeds at all.",
      picture: plot(
        times.performanceProfiles(), x: "times the \(times.axis.name) of the fastest",
        title: "Performance profile: \(name)", note: pairs, from: 1
      ) { times.performanceBands(at: $0) })
  }

  private var dataProfile: Figure? {
    guard case .evaluations = times.axis else { return nil }
    let found = HittingTimes(table, to: .moreWild, on: times.axis, per: .simplexGradients)
    return Figure(
      name: "data-profile",
      caption: "The share of problems solved within so many times n + 1 evaluations, where solved "
        + "means a share of the start's excess over the lowest value that any optimizer found.",
      picture: plot(
        found.dataProfiles(), x: times.axis.title(per: .simplexGradients),
        title: "Data profile: \(name)",
        note: "\(found.grid.problems.count) problems × tolerances above the lowest value found"
      ) { found.dataBands(at: $0) })
  }

  /// Where curves are told and bands computed: spread over the logarithm of the finite places.
  private static func places(_ curves: [ShareCurve]) -> [Double] {
    let all = curves.flatMap(\.places).filter { $0.isFinite && $0 > 0 }
    guard let low = all.min(), let high = all.max() else { return [] }
    let (first, last) = (Double.log(low), Double.log(high))
    let count = 120
    return (0...count).map { .exp(first + (last - first) * Double($0) / Double(count)) }
  }

  /// - Parameters:
  ///   - first: where the axis begins, and a decade of it is always seen; as the curves do unless
  ///     given.
  ///   - bands: those of the curves at ascending places.
  private func plot(
    _ curves: [ShareCurve], x: String, title: String, note: String, from first: Double? = nil,
    _ bands: ([Double]) -> [ShareBand]
  ) -> Picture {
    let ends = Self.places(curves)
    let bands = ends.isEmpty ? [] : bands(ends)
    let range = first.map { $0...max(10 * $0, ends.last ?? 10 * $0) }
    let lines = zip(times.grid.optimizers.indices, curves).map { o, curve -> PlotLine in
      let points = Self.steps(curve, from: ends.first ?? 1, to: ends.last ?? 1)
      let band = o < bands.count ? bands[o] : nil
      return PlotLine(
        times.grid.optimizers[o], points, method: Self.method(times.grid.optimizers[o]),
        band: band.map { band in points.map { Self.range(of: band, at: $0.x) } } ?? [])
    }
    return LinePlot(
      lines, x: LinePlot.Axis(x, isLogarithmic: true, range: range),
      y: LinePlot.Axis("share reached", range: 0...1), title: title, note: note, look: look,
      measuring: measuring
    ).picture
  }

  /// The corners of a curve that rises in steps.
  private static func steps(
    _ curve: ShareCurve, from first: Double, to last: Double
  ) -> [PlanePoint] {
    var share = curve.share(at: first)
    var points = [PlanePoint(first, share)]
    for place in curve.places where place > first && place <= last {
      points.append(PlanePoint(place, share))
      share = curve.share(at: place)
      points.append(PlanePoint(place, share))
    }
    return points + [PlanePoint(last, share)]
  }

  /// That of the last place of a band up to x.
  private static func range(of band: ShareBand, at x: Double) -> ClosedRange<Double> {
    let i = band.places.lastIndex { $0 <= x * (1 + 1e-12) } ?? 0
    return ClosedRange(between: band.lower[i], band.upper[i])
  }

  /// "adam" of "adam:lr=0.1", whose colour it has.
  private static func method(_ name: String) -> String {
    String(name.prefix { $0 != ":" && $0 != "(" })
  }

  // MARK: Ranks

  private var ranks: Figure? {
    let scores = table.excessScores
    guard let test = FriedmanTest(scores), scores.problems.count > 1 else { return nil }
    return Figure(
      name: "ranks",
      caption: "Average ranks over \(test.problemCount) problems by the lowest excess, 1 the best. "
        + "Optimizers under one bar cannot be told apart (Nemenyi's test at 0.05).",
      picture: RankDiagram(
        zip(scores.optimizers, test.averageRanks).map { ($0, $1) },
        criticalDifference: test.criticalDifference(), title: "Average ranks: \(name)",
        note: "\(test.problemCount) problems by lowest excess, 1 is best; bars: not told apart",
        look: look, measuring: measuring
      ).picture)
  }
}

extension ClosedRange where Bound == Double {
  fileprivate init(between a: Double, _ b: Double) { self = Swift.min(a, b)...Swift.max(a, b) }
}
