import ArgumentParser
import DescentKit

/// What all maps take.
struct MapOptions: ParsableArguments {
  @Option(DrawingSettings.theme) var theme: ThemeColors?

  @Option(help: "The most steps of each run.", range: .from(1, to: 1_000_000))
  var steps = 200

  @OptionGroup var jobs: JobsOption

  @Option(help: "Folder to write into.")
  var output: String?

  @Option(
    help: ArgumentHelp(
      "What to write, with commas: \(MapFormat.choices.joined(separator: ", ")) "
        + "(default: png,csv).",
      valueName: "format,..."),
    transform: { try [MapFormat](spelling: $0) })
  var format: [MapFormat]?

  var formats: [MapFormat] { format ?? [.png, .csv] }
  var colors: ThemeColors { theme ?? .light }
  var workers: Int { jobs.workers }
}

/// A file of a map.
enum MapFormat: String, Choice, CaseIterable {
  case png, svg, pdf, csv
}

/// How many cells a map has, across and up.
struct CellCount: Hashable, Spelled {
  let columns: Int
  let rows: Int

  private static let range = 8...4096

  /// - Throws: what was expected, unless both are from 8 to 4096.
  init(spelling text: String) throws(SpecificationError) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1],
      Self.range.contains(columns), Self.range.contains(rows)
    else {
      throw SpecificationError(
        "expected WIDTHxHEIGHT from \(Self.range.lowerBound)x\(Self.range.lowerBound) to "
          + "\(Self.range.upperBound)x\(Self.range.upperBound)")
    }
    self.init(columns: columns, rows: rows)
  }

  init(columns: Int, rows: Int) { (self.columns, self.rows) = (columns, rows) }

  var spelling: String { "\(columns)x\(rows)" }

  @Sendable static func read(_ text: String) throws -> CellCount { try CellCount(spelling: text) }
}
