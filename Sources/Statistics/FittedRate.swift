import Experiments
import RealModule

/// How the excess error e = f − min f falls with the step count k: the law, of three, that fits ln
/// e with the smallest residual.
///
/// All laws are fitted by least squares to the same points: the later half, on the scale of ln k,
/// of the steps up to the first whose excess falls to rounding, or the last five of those where
/// that is more. Points closer than 2% in k are left out, so that late steps do not outweigh early
/// ones.
public struct FittedRate: Hashable, Sendable {
  /// The one of the smallest `residual`.
  public let law: RateLaw
  /// The exponent p of kᵖ, the factor q of qᵏ, or the order of convergence.
  public let value: Double
  /// The residual standard error of ln e: 0.1 says that the excess is about 10% off the law.
  public let residual: Double
  /// The steps from and to which the law was fitted.
  public let range: ClosedRange<Int>

  /// The rate of a run; nil where there are fewer than five points, or min f is not known.
  ///
  /// An excess of at most 1e-14, or of a few units in the last place of min f, is rounding, and
  /// ends the range.
  public init?(_ trajectory: Trajectory) {
    guard let minimum = trajectory.minimum else { return nil }
    let curve = (0..<trajectory.count).lazy.map { i in
      (step: trajectory.steps[i], excess: trajectory.values[i] - minimum)
    }
    self.init(curve, minimum: minimum)
  }

  /// The rate of the median excess of several runs, as long as at least half of them go on; one
  /// that has diverged or failed counts as infinite.
  public init?(medianOf runs: [Trajectory]) {
    guard runs.count > 1 else {
      guard let run = runs.first else { return nil }
      self.init(run)
      return
    }
    guard let minimum = runs[0].minimum, runs.allSatisfy({ $0.count > 0 }) else { return nil }
    let band = RunBand(runs, clock: { $0.steps[$1] }, value: { $0.values[$1] - minimum })
    let ends = runs.map { $0.isBroken ? .max : $0.steps[$0.count - 1] }.sorted()
    let curve = zip(band.clocks, band.median).lazy.map { (step: $0, excess: $1) }
      .prefix { $0.step <= ends[ends.count / 2] }
    self.init(curve, minimum: minimum)
  }

  private init?(_ curve: some Sequence<(step: Int, excess: Double)>, minimum: Double) {
    let floor = Self.rounding(of: minimum)
    let samples = Self.late(
      curve.lazy.filter { $0.step > 0 }.prefix { $0.excess > floor && $0.excess.isFinite }
        .map { ($0.step, .log($0.excess)) })
    guard samples.count >= Self.fewest, let first = samples.first, let last = samples.last
    else { return nil }
    let fits = RateLaw.allCases.compactMap { law in law.fit(samples).map { (law, $0) } }
    guard let (law, fit) = fits.min(by: { $0.1.residual < $1.1.residual }) else { return nil }
    (self.law, value, residual) = (law, fit.value, fit.residual)
    range = first.step...last.step
  }

  /// The excess over a minimum that is no more than rounding.
  static func rounding(of minimum: Double) -> Double { max(1e-14, 8 * minimum.ulp) }

  /// The fewest points to which a law is fitted.
  private static let fewest = 5

  private static func late(_ samples: some Sequence<RateLaw.Sample>) -> [RateLaw.Sample] {
    let all = Array(samples)
    guard let first = all.first, let last = all.last else { return [] }
    let middle = (Double(first.step) * Double(last.step)).squareRoot()
    let later = thinned(all.filter { Double($0.step) >= middle })
    return later.count < fewest ? all.suffix(fewest) : later
  }

  /// Those of at least 1.02 times the step before.
  private static func thinned(_ samples: [RateLaw.Sample]) -> [RateLaw.Sample] {
    var kept: [RateLaw.Sample] = []
    for sample in samples where Double(sample.step) >= 1.02 * Double(kept.last?.step ?? 0) {
      kept.append(sample)
    }
    return kept
  }
}
