import Experiments
import RealModule

/// The values that runs have to reach: f ≤ base + level, where base and scale of the levels are
/// those of the problem.
public struct TargetSet: Hashable, Sendable {
  /// What the levels mean.
  public enum Scale: String, Hashable, Sendable, CaseIterable {
    /// f ≤ f* + ε: the excess itself.
    case absolute
    /// f ≤ f* + τ (f₀ − f*), where f₀ is the value at the run's start.
    case relative
    /// f ≤ f_L + τ (f₀ − f_L), where f_L is the lowest value that any of the runs at hand found:
    /// those of optimizers that are hidden do not count. Needs no minimum to be known (J. J. Moré
    /// and S. M. Wild, SIAM Journal on Optimization 20 (2009) 172-191, equation 2.2).
    case found
  }

  /// What the levels mean.
  public let scale: Scale
  /// Descending, at least one, each once; finite, 0 or more.
  public let levels: [Double]

  /// - Parameter levels: at least one, in any order; finite, 0 or more.
  public init(_ scale: Scale, _ levels: [Double]) {
    precondition(
      !levels.isEmpty && levels.allSatisfy { $0.isFinite && $0 >= 0 }, "no targets: \(levels)")
    self.scale = scale
    self.levels = Set(levels).sorted(by: >)
  }

  /// The excess errors whose times the table of `descent measure` tells.
  public static let usual = TargetSet(.absolute, [1e-2, 1e-4, 1e-8])

  /// COCO's 51: 10², 10^1.8, ..., 10⁻⁸ (N. Hansen, A. Auger, R. Ros, O. Mersmann, T. Tušar and D.
  /// Brockhoff, Optimization Methods and Software 36 (2021) 114-144).
  public static let coco = TargetSet(.absolute, (0...50).map { .exp10(Double(10 - $0) / 5) })

  /// The tolerances of Moré and Wild's profiles: 10⁻¹, 10⁻³, 10⁻⁵, 10⁻⁷.
  public static let moreWild = TargetSet(.found, [1e-1, 1e-3, 1e-5, 1e-7])
}
