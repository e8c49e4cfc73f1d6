import Experiments
import Output
import Races
import Rendering
import Scenes
import Specifications
import Statistics
import Storage

/// What the runs of a study say: tables, figures and pages in a folder.
public struct StudyReport: Sendable {
  /// Of so many problems the race can be played, unless told.
  public static let usualRaces = 12

  private let runs: [StudyRun]
  /// Runs that took the way of another, and are left out.
  private let repetitions: Int
  private let table: StudyTable
  private let times: HittingTimes
  private let rates: StudyRates
  /// How many entries the runs had, where some were left out.
  private let entryCount: Int?
  private let request: ReportRequest
  /// Of the store.
  private let name: String

  /// - Parameters:
  ///   - runs: at least one.
  ///   - name: what the study is called.
  public init(_ runs: [StudyRun], named name: String, _ request: ReportRequest = ReportRequest()) {
    let distinct = DistinctRuns(runs)
    var rates = StudyRates()
    rates.add(distinct.runs)
    self.init(distinct.runs, distinct.repetitions, rates, entryCount: nil, name, request)
  }

  /// Of the runs of a store, of which only what is told stays in memory; nil for none.
  ///
  /// - Parameters:
  ///   - name: what the study is called.
  ///   - reporter: warned of damaged runs, which are left out.
  /// - Throws: as the store's `forEach`.
  public init?(
    of store: StudyStore, named name: String, _ request: ReportRequest = ReportRequest(),
    reporter: any Reporter = SilentReporter()
  ) throws {
    var reported = ReportedRuns(limit: request.pageLimit, targets: request.targets ?? .usual)
    try store.forEach(reporter: reporter) { reported.add($0) }
    reported.finishProblem()
    if reported.runs.isEmpty { return nil }
    if reported.areScattered {
      self.init(try store.runs(reporter: SilentReporter()), named: name, request)
    } else {
      self.init(
        reported.runs, reported.repetitions, reported.rates, entryCount: reported.entryCount, name,
        request)
    }
  }

  private init(
    _ runs: [StudyRun], _ repetitions: Int, _ rates: StudyRates, entryCount: Int?, _ name: String,
    _ request: ReportRequest
  ) {
    (self.runs, self.repetitions, self.rates) = (runs, repetitions, rates)
    (self.entryCount, self.name, self.request) = (entryCount, name, request)
    table = StudyTable(runs)
    times = HittingTimes(
      table, to: request.targets ?? .usual, on: request.axis ?? .evaluations(.equal),
      per: request.unit ?? .plain)
  }

  /// Whether no run can be told on the axis and by the targets that were asked for.
  public var isEmpty: Bool { times.grid.problems.isEmpty }

  /// All tables; those that the study has nothing for are left out.
  ///
  /// - Parameter workers: how many pairs of optimizers are compared at a time.
  public func tables(workers: Int = 1) -> [ReportTable] {
    StudyTables(table: table, times: times, rates: rates, workers: workers).all
  }

  /// The first of them: a row an optimizer.
  public var summary: ReportTable {
    StudyTables(table: table, times: times, rates: rates, workers: 1).summary
  }

  /// What should be known before any number is believed: one line each.
  public var cautions: [String] {
    let plans = Set(runs.map(\.plan)).sorted()
    let left = Dictionary(grouping: times.leftOut, by: \.reason)
    let missing = table.missing.count
    return [
      repetitions > 0
        ? "\(repetitions) runs repeat others to the last digit, as nothing in them is random, and "
          + "are left out" : nil,
      plans.count > 1
        ? "runs have \(plans.count) plans, which are compared as they are: "
          + plans.joined(separator: "; ") : nil,
      missing > 0 ? "\(missing) pairs of problem and optimizer have no run" : nil,
      table.defects.isEmpty
        ? nil
        : "\(table.defects.count) functions have runs below the recorded minimum (table defects)",
    ].compactMap { $0 }
      + HittingTimes.LeftOut.Reason.allCases.compactMap { reason in
        left[reason].map { cells in
          "\(cells.reduce(0) { $0 + $1.count }) runs left out where targets count: "
            + reason.rawValue
        }
      }
  }

  private var look: PlotLook {
    PlotLook(
      request.plot.theme ?? .light, size: request.plot.size ?? PixelSize(width: 1280, height: 720))
  }

  private var figures: [StudyFigures.Figure] {
    StudyFigures(table: table, times: times, look: look, name: name).all
  }

  /// Writes everything into a folder, which is replaced where Descent wrote it.
  ///
  /// - Returns: what was written, in words.
  /// - Throws: `OutputError` where files cannot be written; where a figure cannot be drawn.
  @discardableResult
  public func write(
    into path: String, workers: Int = 1, reporter: any Reporter = SilentReporter()
  ) async throws -> String {
    let subject = "the report of \(name)"
    return try await OutputFolder.fill(path, with: subject, reporter: reporter) { folder in
      let figures = figures
      for figure in figures {
        for format in request.plot.formats ?? ReportSettings.usualFormats {
          try folder.write(
            format.bytes(of: figure.picture), named: "\(figure.name).\(format.rawValue)")
        }
      }
      let tables = tables(workers: workers)
      for table in tables {
        for (ending, text) in [
          ("csv", (table.numbers ?? table.table).csv), ("tex", table.table.latex),
        ] {
          try folder.write(Array(text.utf8), named: "\(table.name).\(ending)")
        }
      }
      let races = try await RacePages(runs, most: request.races ?? Self.usualRaces)
        .write(into: folder, workers: workers, reporter: reporter)
      let page = StudyPage(
        runs, of: entryCount, title: name, races: races, limit: request.pageLimit,
        targets: times.targets, axis: times.axis, unit: times.unit
      ).html
      try folder.write(Array(page.utf8), named: "report.html")
      try folder.write(Array(text(tables, figures).utf8), named: "summary.md")
      return "report.html, summary.md, \(figures.count) figures, \(tables.count) tables"
        + (races.isEmpty ? "" : ", \(races.count) races")
    }
  }

  /// Everything in words, with the figures.
  private func text(_ tables: [ReportTable], _ figures: [StudyFigures.Figure]) -> String {
    let problems = table.problems.count
    var text = "# Study \(name)\n\n"
    text +=
      "\(runs.count) runs of \(table.optimizers.count) optimizers on \(problems) problems. "
      + "Work is counted in \(times.axis.spelling)"
    text += times.unit == .plain ? ".\n" : " per \(times.unit.rawValue).\n"
    for caution in cautions { text += "\n- \(caution)" }
    if !cautions.isEmpty { text += "\n" }
    let ending = request.plot.formats?.first?.rawValue ?? "svg"
    for table in tables {
      text += "\n## \(table.title)\n\n\(table.table.markdown)\n\n\(table.note)\n"
      if table.name == "summary" {
        for figure in figures {
          text += "\n![\(figure.name)](\(figure.name).\(ending))\n\n\(figure.caption)\n"
        }
      }
    }
    return text
  }
}
