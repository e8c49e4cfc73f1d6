import Objectives
import Specifications

/// A function from a start: what all optimizers of a study are compared on.
public struct StudyProblem: Hashable, Sendable {
  /// With the parameters that differ from the defaults.
  public let function: Specification
  /// Where runs start.
  public let start: StudyStart

  /// - Parameter function: with the parameters that differ from the defaults.
  public init(_ function: Specification, from start: StudyStart = .standard) {
    (self.function, self.start) = (function, start)
  }

  /// "rosenbrock:n=10", "rosenbrock:n=10 from 10x".
  public var name: String {
    start == .standard ? function.description : "\(function) from \(start.spelling)"
  }
}

/// One run of a study, as its store keeps it.
///
/// Its trajectory has no iterates but the start unless the study asked for them. Entries are the
/// steps at which the lowest excess so far crossed one of `Crossings`, and some evenly spread over
/// the logarithm of the step.
public struct StudyRun: Hashable, Sendable {
  /// What was descended.
  public let problem: StudyProblem
  /// What its user calls the optimizer; `trajectory.optimizer` is what that stands for.
  public let name: String
  /// What the run might have spent, and what might have ended it, in words.
  public let plan: String
  /// How min f is known.
  public let basis: MinimumBasis
  /// The recording; its seed is the run's.
  public let trajectory: Trajectory
  /// Of the program that made the run.
  public let version: String

  /// - Parameters:
  ///   - name: what its user calls the optimizer.
  ///   - plan: what the run might have spent, and what might have ended it, in words.
  ///   - basis: how min f is known.
  ///   - version: of the program that made the run.
  public init(
    _ problem: StudyProblem, name: String, plan: String, basis: MinimumBasis,
    trajectory: Trajectory, version: String
  ) {
    (self.problem, self.name, self.plan) = (problem, name, plan)
    (self.basis, self.trajectory, self.version) = (basis, trajectory, version)
  }

  /// Whether f fell below the recorded minimum by more than rounding: then the catalogue is wrong,
  /// and excess is not to be trusted.
  public var isBelowMinimum: Bool {
    guard let minimum = trajectory.minimum else { return false }
    let lowest = trajectory.values.lazy.filter(\.isFinite).min() ?? minimum
    return lowest < MinimumWarning.leastBelievable(minimum)
  }
}
