import Experiments
import JSON
import Statistics

/// The runs of a page in columns: what each is, how it ended, and its steps one after another.
struct PageRuns {
  private let runs: [StudyRun]
  private let entries: PageEntries
  private let columns: PageColumns

  /// - Parameter entryCount: how many entries the runs had, where some were left out before.
  init(_ runs: [StudyRun], of entryCount: Int? = nil, limit: Int) {
    self.runs = runs
    var columns = PageColumns()
    for run in runs { columns.add(run) }
    self.columns = columns
    entries = PageEntries(runs, of: entryCount, columns: columns.count, limit: limit)
  }

  /// What was asked at all.
  var queries: [Query] { columns.queries }
  private var isTimed: Bool { columns.isTimed }

  /// What was left out of the steps, in words.
  var note: String? { entries.note }

  /// - Parameters:
  ///   - problems: the place of each run's.
  ///   - optimizers: the place of each run's.
  func json(problems: [Int], optimizers: [Int], in columns: inout PackedColumns) -> JSON {
    let seeds = Codes(runs.map { String($0.trajectory.seed) })
    let outcomes = Codes(runs.map(\.trajectory.outcome.text))
    let plans = Codes(runs.map(\.plan))
    var members = [
      JSON.Member("count", .integer(runs.count)),
      JSON.Member("seeds", .strings(seeds.words)),
      JSON.Member("outcomes", .strings(outcomes.words)),
      JSON.Member("plans", .strings(plans.words)),
    ]
    let wholes: [(String, [Int])] = [
      ("problem", problems), ("optimizer", optimizers), ("seed", seeds.places),
      ("outcome", outcomes.places), ("plan", plans.places),
      ("isBroken", runs.map { $0.trajectory.isBroken ? 1 : 0 }),
      ("isBelow", runs.map { $0.isBelowMinimum ? 1 : 0 }),
      ("examples", runs.map { $0.trajectory.exampleCount ?? 0 }),
      ("steps", runs.map { $0.trajectory.steps.last ?? 0 }),
      ("entries", runs.indices.map { count(of: $0) }),
    ]
    for (name, values) in wholes {
      members.append(JSON.Member(name, .integers(columns.add(values))))
    }
    members.append(
      JSON.Member(
        "minimum", .integers(columns.add(runs.map { $0.trajectory.minimum ?? .nan }))))
    members.append(JSON.Member("totals", .object(totals(in: &columns))))
    members.append(JSON.Member("steps until", .integers(columns.add(steps { $0.steps }))))
    members.append(
      JSON.Member("value", .integers(columns.add(reals { run, i in run.values[i] }))))
    members.append(JSON.Member("until", .object(untils(in: &columns))))
    if isTimed {
      members.append(
        JSON.Member(
          "seconds",
          .integers(
            columns.add(reals { run, i in run.seconds.isEmpty ? .nan : run.seconds[i] }))))
    }
    return .object(members)
  }

  /// What a whole run asked, an unfinished step included.
  private func totals(in columns: inout PackedColumns) -> [JSON.Member] {
    queries.map { query in
      let values = runs.map { $0.trajectory.counts[query] }
      return JSON.Member(query.rawValue, .integers(columns.add(values)))
    }
  }

  /// What had been asked until each entry.
  private func untils(in columns: inout PackedColumns) -> [JSON.Member] {
    queries.map { query in
      let values = steps { $0.cumulated[query] }
      return JSON.Member(query.rawValue, .integers(columns.add(values)))
    }
  }

  private func count(of run: Int) -> Int {
    entries.kept[run]?.count ?? runs[run].trajectory.count
  }

  /// Of each entry what it adds to the one before it, in each run from 0 on.
  private func steps(_ column: (Trajectory) -> IntegerColumn) -> [Int] {
    var steps: [Int] = []
    for (i, run) in runs.enumerated() {
      let values = column(run.trajectory)
      var last = 0
      for entry in entries.kept[i] ?? Array(values.indices) {
        steps.append(values[entry] - last)
        last = values[entry]
      }
    }
    return steps
  }

  private func reals(_ value: (Trajectory, Int) -> Double) -> [Double] {
    runs.enumerated().flatMap { i, run in
      (entries.kept[i] ?? Array(0..<run.trajectory.count)).map { value(run.trajectory, $0) }
    }
  }
}

/// Which numbers each entry of a page's runs has: step, value, what was asked at all, and time.
struct PageColumns {
  private var counts = PerQuery(repeating: 0)
  private(set) var isTimed = false

  mutating func add(_ run: StudyRun) {
    for query in Query.allCases { counts[query] += run.trajectory.counts[query] }
    isTimed = isTimed || !run.trajectory.seconds.isEmpty
  }

  var queries: [Query] { Query.allCases.filter { counts[$0] > 0 } }
  var count: Int { 2 + queries.count + (isTimed ? 1 : 0) }
}

/// Words that come again and again, each by its place among those that there are.
private struct Codes {
  private(set) var words: [String] = []
  private(set) var places: [Int] = []

  init(_ texts: [String]) {
    var known: [String: Int] = [:]
    for text in texts {
      if let place = known[text] {
        places.append(place)
      } else {
        known[text] = words.count
        places.append(words.count)
        words.append(text)
      }
    }
  }
}
