import Experiments
import LinearAlgebra
import Objectives
import Specifications

/// Many runs of each optimizer: from several starts, with several seeds.
public struct RunVariants: Sendable {
  /// The starts; nil for the one that is given.
  public var starts: StartRule?
  /// How many, from the plan's seed on; 1 or more.
  public var seeds: Int

  /// - Parameter seeds: fewer than 1 count as 1.
  public init(starts: StartRule? = nil, seeds: Int = 1) {
    (self.starts, self.seeds) = (starts, max(seeds, 1))
  }

  /// The most runs of one optimizer.
  public static let most = 10_000
  /// More runs than `mostWhole` record so many steps each, evenly spread; others every step.
  private static let recordedSteps = 150
  private static let mostWhole = 20

  /// Start and plan of each run.
  package func runs(
    of function: any TestFunction, from start: Vector, plan: Plan
  ) throws(SettingError) -> [(start: Vector, plan: Plan)] {
    let starts = try points(in: function, from: start, seed: plan.seed)
    var plan = plan
    if starts.count * seeds > Self.mostWhole, let steps = plan.budget.steps {
      let stride = max(1, steps / Self.recordedSteps)
      plan.cadence = .steps(Array(Swift.stride(from: 0, through: steps, by: stride)))
    }
    return starts.flatMap { start in
      (0..<seeds).map { k in
        var plan = plan
        plan.seed &+= UInt64(k)
        return (start, plan)
      }
    }
  }

  private func points(
    in function: any TestFunction, from start: Vector, seed: UInt64
  ) throws(SettingError) -> [Vector] {
    let count = starts?.count ?? 1
    guard count <= Self.most / seeds else {
      throw SettingError(
        "starts",
        "with \(count) points and \(seeds) seeds are too many runs; expected at most \(Self.most)")
    }
    guard let starts else { return [start] }
    do {
      return try starts.points(in: function, seed: seed)
    } catch {
      throw SettingError("starts", error.description)
    }
  }
}
