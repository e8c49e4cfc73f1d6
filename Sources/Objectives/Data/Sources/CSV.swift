import LinearAlgebra
import Specifications

/// A file of rows: a line an example, its cells divided by commas, semicolons or tabs. All columns
/// but that of the target are features, which are numbers.
///
/// Cells are quoted as in RFC 4180; text is UTF-8, plain or packed by gzip. What is no number,
/// ragged or empty is an error that names line and column.
public struct CSV: DataSource {
  public static let name = "csv"
  public static let title = "CSV file"
  public static let formula =
    "a line an example, a column a feature, one column the target; FILE.csv for csv(FILE.csv)"
  public static let reference = "Shafranovich, RFC 4180, 2005"
  public static let parameters: [Parameter<Self>] = [
    .text("file", \.file, range: "a path", "the file, plain or packed by gzip"),
    .text(
      "target", \.target, range: "a name, a number, or last", unset: "last",
      "the column to predict: its name, its number from 1, or last"),
    .choice(
      "kind", \.kind,
      "what the target holds; auto: classes where all is text, or where whole numbers from 0 to "
        + "19 at most occur again, else values"),
    .choice(
      "header", \.header,
      "whether the first line holds names; auto: where it looks so, with text over numbers"),
    .validationShare(\.validation),
    .testShare(\.test),
    .splitSeed(\.seed),
  ]

  /// What a target holds.
  public enum Kind: String, CaseIterable, Sendable {
    /// Classes where all is text, or whole numbers from 0 to 19 at most occur again; else values.
    case auto
    /// A number each.
    case values
    /// A name each, which may be a number.
    case classes
  }

  /// Whether the first line holds names.
  public enum Header: String, CaseIterable, Sendable {
    /// It does where it looks so, with text over numbers.
    case auto
    /// It does.
    case `true`
    /// It holds an example.
    case `false`
  }

  /// Path of the file; nil until one is named.
  public var file: String?
  /// A column's name, or its number from 1; the last where there is none.
  public var target: String?
  /// What the target holds; `auto`: classes where its cells look like them.
  public var kind = Kind.auto
  /// Whether the first line holds names; `auto`: where it looks so, with text over numbers.
  public var header = Header.auto
  /// Share of the examples kept for validation, in [0, 1).
  public var validation = 0.0
  /// Share of the examples kept for the test, in [0, 1).
  public var test = 0.0
  /// Seed of the draw of what is kept, ≥ 0.
  public var seed = 1

  public init() {}

  /// The file at a path, read as the defaults have it.
  public init(_ file: String) {
    self.file = file
  }

  public func resolve() throws(SpecificationError) {
    guard file != nil else {
      throw SpecificationError("csv has no file; expected one, as in csv(FILE.csv)")
    }
    try HeldOut.require(validation: validation, test: test, of: Self.name)
  }

  /// The file without a key, where it reads back so.
  public var specification: Specification {
    if let file, let read = try? Specification(parsing: "csv(\(file))"),
      read.arguments == [.init(key: nil, value: file)]
    {
      return specification(around: [file], heldBy: "file")
    }
    return Specification(name: Self.name, arguments: changedSettings)
  }

  /// - Throws: `.missingInput` where the file cannot be read, `.badData` for what is wrong in it,
  ///   by line and column.
  public func parts() throws(SpecificationError) -> DataParts {
    try resolve()
    let path = file ?? ""
    let bytes = try DataFile.bytes(path, expected: "a CSV file")
    guard !bytes.contains(0) else {
      throw SpecificationError(
        "'\(path)' has bytes that are 0; expected text in UTF-8", kind: .badData)
    }
    let table = try CSVTable(bytes, path: path, target: target, header: header)
    let data = DataSet(
      features: table.features, targets: try CSVTargets(table).targets(kind),
      featureNames: table.featureNames, targetName: table.targetName)
    return try HeldOut(validation: validation, test: test, seed: seed)
      .parts(of: data, named: path)
  }
}
