import ArgumentParser
import DescentKit
import Foundation

struct Report: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what the runs of a study show.",
    discussion: """
      Prints a table and writes summary.md, figures and tables, and report.html into
      output/report-STORE.
        descent report mgh.sqlite --targets coco --axis evaluations:reverse-mode
      """)

  @Argument(help: "Store that descent bench made.")
  var store = "output/study.sqlite"

  @Option(ReportSettings.targets) var targets: TargetSet?
  @Option(ReportSettings.axis) var axis: WorkAxis?
  @Option(ReportSettings.unit) var unit: WorkUnit?
  @Option(ReportSettings.races) var races: Int?
  @Option(PlotSettings.theme) var theme: ThemeColors?
  @Option(PlotSettings.size) var size: PixelSize?
  @Option(ReportSettings.format) var formats: [PlotFormat]?
  @OptionGroup var jobs: JobsOption

  @Option(help: "Folder to write into.")
  var output: String?

  func run() async throws {
    let console = Console()
    let store = try StudyStore(reading: store)
    let name = URL(fileURLWithPath: self.store).deletingPathExtension().lastPathComponent
    guard let report = try StudyReport(of: store, named: name, request, reporter: console) else {
      throw Failure(.badData, "'\(self.store)' has no runs; expected some, as descent bench adds")
    }
    guard !report.isEmpty else {
      throw Failure(
        .badData,
        "no run of '\(self.store)' can be told so: \(report.cautions.joined(separator: "; "))")
    }
    let path = output ?? "output/report-\(name)"
    let written = try await report.write(into: path, workers: jobs.workers, reporter: console)
    report.cautions.forEach(console.warn)
    let summary = report.summary
    print(summary.table.text + "\n" + summary.note)
    print(TerminalText.line("\(path): \(written)"))
    try store.close()
  }

  private var request: ReportRequest {
    var request = ReportRequest()
    (request.targets, request.axis, request.unit) = (targets, axis, unit)
    request.races = races
    (request.plot.theme, request.plot.size, request.plot.formats) = (theme, size, formats)
    return request
  }
}
