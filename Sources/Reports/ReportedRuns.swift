import Experiments
import Specifications
import Statistics

/// The runs of a report as they are read from a store, problem by problem. What takes their whole
/// curves is computed at once; where these are too many for a page, only those entries stay that
/// the page and the tables tell.
struct ReportedRuns {
  /// Without those that repeat others.
  private(set) var runs: [StudyRun] = []
  /// How many repeat others.
  private(set) var repetitions = 0
  /// How the excess of each cell falls.
  private(set) var rates = StudyRates()
  /// How many entries the runs had, those included that did not stay.
  private(set) var entryCount = 0
  /// Whether a problem's runs were not one after another: then nothing here is right.
  private(set) var areScattered = false

  private let limit: Int
  private let targets: TargetSet
  /// What the page is sure to keep so far; nil for all.
  private var choice: EntryChoice?
  /// How many entries the page would keep by its choice.
  private var chosenCount = 0
  private var columns = PageColumns()
  private var bases: [StudyProblem: Bases] = [:]
  private var pending: [StudyRun] = []

  /// What excess is told over.
  private struct Bases {
    /// On a page.
    let page: Double?
    /// The lowest value found.
    let lowest: Double?
  }

  /// - Parameters:
  ///   - limit: how many numbers of steps the page holds.
  ///   - targets: what runs have to reach.
  init(limit: Int, targets: TargetSet) {
    (self.limit, self.targets) = (limit, targets)
  }

  /// Takes in a run.
  mutating func add(_ run: StudyRun) {
    if let last = pending.last, last.problem != run.problem { finishProblem() }
    pending.append(run)
  }

  /// After the last run of a problem.
  mutating func finishProblem() {
    guard let problem = pending.first?.problem else { return }
    let distinct = DistinctRuns(pending)
    pending = []
    areScattered = areScattered || bases[problem] != nil
    bases[problem] = Bases(
      page: PageEntries.bases(distinct.runs)[problem],
      lowest: StudyTable(distinct.runs).lowestValues[problem])
    repetitions += distinct.repetitions
    rates.add(distinct.runs)
    for run in distinct.runs {
      columns.add(run)
      entryCount += run.trajectory.count
      runs.append(choice.map { thinned(run, $0) } ?? run)
    }
    if choice == nil, entryCount * columns.count > limit { thin(to: PageEntries.fine.choice) }
    if choice == PageEntries.fine.choice, chosenCount * columns.count > limit {
      thin(to: PageEntries.coarse.choice)
    }
  }

  private mutating func thin(to choice: EntryChoice) {
    (self.choice, chosenCount) = (choice, 0)
    for i in runs.indices { runs[i] = thinned(runs[i], choice) }
  }

  /// The run with the entries that the page keeps by a choice, and those that tables tell: where
  /// targets were reached, and where the lowest value was.
  private mutating func thinned(_ run: StudyRun, _ choice: EntryChoice) -> StudyRun {
    let (trajectory, bases) = (run.trajectory, bases[run.problem])
    let chosen = choice.entries(of: trajectory, over: bases?.page)
    chosenCount += chosen.count
    var entries = Set(chosen)
    for targets in [targets, .moreWild] {
      let base = targets.scale == .found ? bases?.lowest : trajectory.minimum
      entries.formUnion(EntryChoice(targets).entries(of: trajectory, over: base))
    }
    let finite = trajectory.values.indices.filter { trajectory.values[$0].isFinite }
    if let lowest = finite.min(by: { trajectory.values[$0] < trajectory.values[$1] }) {
      entries.insert(lowest)
    }
    return entries.count < trajectory.count ? run.keeping(entries.sorted()) : run
  }
}
