import Objectives
import RealModule
import Specifications

/// What a trial comes to; the lower the better.
public struct TuningScore: Hashable, Sendable {
  /// Where it is given, the work until f − min f is at most this counts, not how far f falls.
  public let target: Double?
  /// Of a run.
  public let budget: Budget

  /// Excess below this is none.
  private static let leastExcess = 1e-12
  /// A run that fails counts as so many budgets: PAR10 (F. Hutter, H. H. Hoos, K. Leyton-Brown and
  /// T. Stützle, JAIR 36 (2009) 267-306).
  private static let penalty = 10.0

  /// In words, with its unit.
  public var text: String {
    guard let target else {
      return "log10 of the lowest f - min f, mean over problems"
    }
    return "\(unit) until f - min f <= \(NumberText.short(target)), a failure as "
      + "\(NumberText.short(Self.penalty)) times the budget, mean over problems"
  }

  /// Of a run with the whole budget or a part of it.
  ///
  /// - Parameter divisor: of the budget.
  func score(of run: Trajectory, divisor: Int = 1) -> Double {
    guard let target else { return logarithm(ofLowest: run) }
    let base = run.minimum ?? 0
    guard let entry = run.values.firstIndex(where: { $0 - base <= target }) else {
      return Self.penalty * Double(budget.divided(by: divisor).limits.first?.limit ?? 0)
    }
    return Double(work(of: run, until: entry))
  }

  /// The mean over problems.
  static func mean(_ scores: some Collection<Double>) -> Double {
    scores.reduce(0, +) / Double(scores.count)
  }

  /// What is no number is as bad as can be; below no minimum that is known f itself counts.
  private func logarithm(ofLowest run: Trajectory) -> Double {
    let excess = run.values.lazy.map { $0 - (run.minimum ?? 0) }.filter(\.isFinite).min()
    return .log10(max(excess ?? .greatestFiniteMagnitude, Self.leastExcess))
  }

  // MARK: Work

  /// Steps where the budget limits them, else what it limits first.
  private var unit: String {
    budget.limits.first?.unit ?? "steps"
  }

  private func work(of run: Trajectory, until entry: Int) -> Int {
    switch budget.limits.first?.name {
    case "evaluations": run.cumulated[entry].evaluations
    case let name?:
      Query(rawValue: name).map { run.cumulated[$0][entry] } ?? run.steps[entry]
    case nil: run.steps[entry]
    }
  }
}

extension Budget {
  /// A part of it, at least 1 of each kind.
  func divided(by divisor: Int) -> Budget {
    var part = self
    for limited in Self.limited {
      if let limit = self[keyPath: limited.path] {
        part[keyPath: limited.path] = Swift.max(1, limit / divisor)
      }
    }
    return part
  }
}
