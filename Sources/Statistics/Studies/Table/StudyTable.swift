import Experiments
import Specifications

/// The runs of a study: problems × optimizers, in the order of their first appearance.
public typealias StudyTable = StudyGrid<StudyRun>

extension StudyGrid<StudyRun> {
  /// - Parameters:
  ///   - runs: in any order; those of a cell keep it.
  ///   - isPooled: whether the instances of a function are one problem, whose runs they are, as
  ///     in COCO.
  public init(_ runs: [StudyRun], poolingInstances isPooled: Bool = false) {
    var rows = Places<StudyProblem>()
    let columns = StudyColumns(runs)
    let places = runs.map { rows.place(of: isPooled ? $0.problem.pooled : $0.problem) }
    var cells = [[[StudyRun]]](
      repeating: Array(repeating: [], count: columns.names.count), count: rows.all.count)
    for (i, run) in runs.enumerated() { cells[places[i]][columns.places[i]].append(run) }
    self.init(rows.all, columns.names, cells)
  }

  /// A column for each optimizer, also where two are called alike.
  ///
  /// - Parameter columns: what users call the optimizers, and the runs of each in any order.
  public init(columns: [(name: String, runs: [StudyRun])]) {
    var rows = Places<StudyProblem>()
    let places = columns.map { $0.runs.map { rows.place(of: $0.problem) } }
    var cells = [[[StudyRun]]](
      repeating: Array(repeating: [], count: columns.count), count: rows.all.count)
    for (o, column) in columns.enumerated() {
      for (run, place) in zip(column.runs, places[o]) { cells[place][o].append(run) }
    }
    self.init(rows.all, columns.map(\.name), cells)
  }

  /// The runs that fell below the recorded minimum, by function, in the order of their first: the
  /// catalogue is wrong there, or a user's word, and excess is not to be trusted.
  public var defects: [(function: Specification, runs: [StudyRun])] {
    var functions = Places<Specification>()
    var found: [[StudyRun]] = []
    for run in elements where run.isBelowMinimum {
      let place = functions.place(of: run.problem.function)
      if place == found.count { found.append([]) }
      found[place].append(run)
    }
    return Array(zip(functions.all, found))
  }

  /// How the median excess of the runs of a cell falls with the step; nil where min f is not known,
  /// or no law can be fitted.
  public func rate(problem: Int, optimizer: Int) -> FittedRate? {
    FittedRate(medianOf: self[problem, optimizer].map(\.trajectory))
  }
}

/// The optimizers of some runs, in the order of their first: those of the same settings are one,
/// whatever users call it.
public struct StudyColumns {
  /// What the first run calls each; the settings where another is called so already.
  public let names: [String]
  /// The place of each run's.
  public let places: [Int]

  /// - Parameter runs: in any order.
  public init(_ runs: [StudyRun]) {
    var columns = Places<Specification>()
    var (names, known) = ([String](), Set<String>())
    places = runs.map { run in
      let optimizer = run.trajectory.optimizer
      let place = columns.place(of: optimizer)
      if place == names.count {
        names.append(known.insert(run.name).inserted ? run.name : optimizer.description)
        known.insert(optimizer.description)
      }
      return place
    }
    self.names = names
  }
}

/// Keys in the order of their first appearance.
private struct Places<Key: Hashable> {
  private(set) var all: [Key] = []
  private var places: [Key: Int] = [:]

  mutating func place(of key: Key) -> Int {
    if let place = places[key] { return place }
    places[key] = all.count
    all.append(key)
    return all.count - 1
  }
}

extension StudyProblem {
  /// The problem whose instances differ in their number alone.
  fileprivate var pooled: StudyProblem {
    StudyProblem(function.removing("instance").rest, from: start)
  }
}
