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
  /// The method's, which is raised where a change gives it other digits.
  public let revision: Int

  /// - Parameters:
  ///   - name: what its user calls the optimizer.
  ///   - plan: what the run might have spent, and what might have ended it, in words.
  ///   - basis: how min f is known.
  ///   - version: of the program that made the run.
  ///   - revision: of the method.
  public init(
    _ problem: StudyProblem, name: String, plan: String, basis: MinimumBasis,
    trajectory: Trajectory, version: String, revision: Int = 1
  ) {
    (self.problem, self.name, self.plan, self.basis) = (problem, name, plan, basis)
    (self.trajectory, self.version, self.revision) = (trajectory, version, revision)
  }

  /// What the run depends on, in one line: a run of the same key is the same run. f at the start
  /// stands for what a function's specification does not tell: data in a file, or a formula that
  /// was mended.
  public var key: String {
    Self.key(
      problem, trajectory.optimizer, seed: trajectory.seed, plan,
      f0: trajectory.values.first ?? .nan, minimum: trajectory.minimum, revision)
  }

  static func key(
    _ problem: StudyProblem, _ optimizer: Specification, seed: UInt64, _ plan: String, f0: Double,
    minimum: Double?, _ revision: Int
  ) -> String {
    [
      problem.name, optimizer.description, "seed \(seed)", plan, "f0 \(NumberText.short(f0))",
      "min \(minimum.map(NumberText.short) ?? "unknown")", "revision \(revision)",
    ].joined(separator: " ; ")
  }

  /// Whether f fell below the recorded minimum by more than rounding: then the catalogue is wrong,
  /// and excess is not to be trusted.
  public var isBelowMinimum: Bool {
    guard let minimum = trajectory.minimum else { return false }
    let lowest = trajectory.values.lazy.filter(\.isFinite).min() ?? minimum
    return lowest < MinimumWarning.leastBelievable(minimum)
  }
}
