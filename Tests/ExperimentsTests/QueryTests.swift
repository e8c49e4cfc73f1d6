import JSON
import Objectives
import Optimizers
import Testing

@testable import Experiments

/// Each kind of query has a place of its own in all that lists them.
struct QueryTests {
  /// 1 of the first kind, 2 of the second and so on.
  private var counted: Counts {
    var counts = Counts()
    for (i, query) in Query.allCases.enumerated() { counts[query] = i + 1 }
    return counts
  }

  @Test func kindsAreCountedApart() {
    #expect(Query.allCases.map { counted[$0] } == Array(1...Query.allCases.count))
    #expect(counted.evaluations == Query.evaluations.map { counted[$0] }.reduce(0, +))
    var columns = CountColumns()
    columns.append(Counts())
    columns.append(counted)
    #expect(columns[1] == counted)
    #expect(Query.allCases.map { Array(columns[$0]) } == (1...5).map { [0, $0] })
  }

  @Test func theirNamesAreTheKeysOfRecordings() {
    #expect(
      counted.json.description
        == "{\"values\":1,\"gradients\":2,\"hessians\":3,\"products\":4,\"samples\":5}")
  }

  @Test(arguments: [
    (Query.values, "gauss-newton", "3 values"), (.gradients, "sgd", "3 gradients"),
    (.hessians, "newton", "3 Hessians"), (.products, "newton-cg", "3 products"),
  ])
  func budgetsOfAKindBind(query: Query, optimizer: String, reason: String) throws {
    let budget = try Budget(spelling: "\(query.rawValue)=3,steps=1000")
    #expect(budget[query] == 3 && budget.description == "1000 steps, \(reason)")
    #expect(try Budget(spelling: budget.spelling) == budget)
    let settings = try OptimizerCatalogue.settings(optimizer)
    let run = try descend(
      FunctionCatalogue.function("wood"), with: settings, plan: Plan(budget: budget))
    #expect(run.outcome == Outcome(.budgetSpent, reason) && run.counts[query] == 3)
    #expect(throws: (any Error).self) {
      try Plan(budget: Budget(spelling: "\(query.rawValue)=-1")).validate()
    }
  }

  /// Else a run of a method that asks for none would never end.
  @Test(arguments: Query.evaluations.filter { $0 != .gradients })
  func kindsThatAStepNeedNotAskForLimitNoRunAlone(query: Query) throws {
    var budget = Budget()
    budget[query] = 3
    #expect(throws: (any Error).self) {
      try descend(Booth(), with: SGD(), plan: Plan(budget: budget))
    }
    var request = RunRequest()
    request.budget = budget
    let plan = try request.plan(for: Booth(), steps: 7)
    #expect(plan.budget.steps == 7 && plan.budget[query] == 3)
  }
}
