import Objectives
import Specifications

/// What functions, optimizers and plan of a study are called. Written once: that takes longer than
/// a short run.
struct StudyLabels: Sendable {
  /// Those of one run.
  struct Of: Sendable {
    let names: RunNames
    /// What its user calls the optimizer.
    let optimizer: String
    let plan: String
  }

  private let functions: [Specification]
  private let optimizers: [(specification: Specification, name: String)]
  private let plan: String

  init(_ functions: [any TestFunction], _ optimizers: [GivenOptimizer], _ plan: Plan) {
    self.functions = functions.map { $0.specification }
    self.optimizers = optimizers.map {
      ($0.settings.specification, $0.specification.description)
    }
    self.plan = plan.text
  }

  /// Those of a run, by the numbers of its function and optimizer.
  func of(function: Int, optimizer: Int) -> Of {
    let (specification, name) = optimizers[optimizer]
    return Of(
      names: RunNames(function: functions[function], optimizer: specification), optimizer: name,
      plan: plan)
  }
}

extension Plan {
  /// What a run may spend and what may end it, in words: "1000 steps, stopped at 100 idle steps".
  var text: String {
    let rules = stopRules.description
    let parts = [
      budget.description, rules.isEmpty ? nil : "stopped at \(rules)",
      timeLimit.map { "at most \($0.text)" },
      keepsIterates ? "iterates kept" : nil, isTimed ? "timed" : nil,
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }
}
