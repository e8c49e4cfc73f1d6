import LinearAlgebra
import Specifications

/// What a CSV file holds: features, which are numbers, and the cells of the target.
struct CSVTable {
  let text: CSVText
  /// Of every column, where the first line holds names.
  let names: [String]?
  /// The number of the target's column, from 0.
  let target: Int
  let features: Matrix
  let targets: [CSVReader.Cell]

  /// - Parameter target: a column's name, or its number from 1; the last where it is nil.
  init(
    _ bytes: [UInt8], path: String, target: String?, header: CSV.Header
  ) throws(SpecificationError) {
    var reader = CSVReader(bytes)
    text = CSVText(path: path, reader: reader)
    var row: [CSVReader.Cell] = []
    guard try Self.read(&reader, &row, text) else { throw Self.none(path) }
    var second: [CSVReader.Cell] = []
    var peeking = reader
    _ = try Self.read(&peeking, &second, text)
    let rule = CSVHeader(text: text, first: row, second: second)
    if rule.holds(header, target: target) {
      names = row.map(text.text)
      guard try Self.read(&reader, &row, text) else { throw Self.none(path) }
    } else {
      names = nil
    }
    self.target = try Self.column(target, names, count: row.count, path)
    (features, targets) = try Self.rows(&reader, from: row, text, names, target: self.target)
  }

  /// The names of the features, where there are names.
  var featureNames: [String]? {
    names.map { names in
      names.indices.filter { $0 != target }.map { names[$0].isEmpty ? "x\($0 + 1)" : names[$0] }
    }
  }

  /// The name of the target, `y` where there is none.
  var targetName: String {
    let name = names?[target] ?? ""
    return name.isEmpty ? "y" : name
  }

  /// The rows, of which the first is read already, as numbers and cells of the target.
  private static func rows(
    _ reader: inout CSVReader, from first: [CSVReader.Cell], _ text: CSVText, _ names: [String]?,
    target: Int
  ) throws(SpecificationError) -> (Matrix, [CSVReader.Cell]) {
    var (row, elements) = (first, [Double]())
    var targets: [CSVReader.Cell] = []
    let count = names?.count ?? first.count
    repeat {
      guard row.count == count else { throw ragged(row, count, text) }
      for column in 0..<count where column != target {
        guard let number = text.number(row[column]) else {
          let mayBeNames = targets.isEmpty && names == nil
          throw text.noNumber(
            row[column], column: column, names?[column],
            hint: mayBeNames ? "; expected one, or header=true" : "")
        }
        elements.append(number)
      }
      targets.append(row[target])
      guard elements.count <= DataSet.mostNumbers else {
        throw SpecificationError(
          "\(text.path) has too many numbers; expected at most \(DataSet.mostNumbers)",
          kind: .badData)
      }
    } while try read(&reader, &row, text)
    let features = Matrix(rows: targets.count, columns: count - 1, elements: elements)
    return (features, targets)
  }

  private static func read(
    _ reader: inout CSVReader, _ row: inout [CSVReader.Cell], _ text: CSVText
  ) throws(SpecificationError) -> Bool {
    do throws(CSVReader.Problem) {
      return try reader.readRow(into: &row)
    } catch {
      throw text.problem(at: error.place, column: error.column, nil, " " + error.what)
    }
  }

  /// The number of the target's column, from 0.
  private static func column(
    _ target: String?, _ names: [String]?, count: Int, _ path: String
  ) throws(SpecificationError) -> Int {
    guard count >= 2 else {
      throw SpecificationError(
        "\(path) has one column; expected features and a target", kind: .badData)
    }
    guard let target else { return count - 1 }
    let named = (names ?? []).indices.filter { names?[$0] == target }
    guard named.count <= 1 else {
      throw SpecificationError(
        "\(path) has \(named.count) columns '\(target)'; expected the number of one, from 1",
        kind: .badData)
    }
    if let column = named.first { return column }
    if let number = Int(target), (1...count).contains(number) { return number - 1 }
    guard let names else {
      throw SpecificationError(
        "\(path) has no column '\(target)', as it has no names; expected a number from 1 to \(count)",
        kind: .badData)
    }
    let hint = SpecificationError.hint(for: target, among: names)
    throw SpecificationError("\(path) has no column '\(target)'; \(hint)", kind: .badData)
  }

  private static func ragged(
    _ row: [CSVReader.Cell], _ count: Int, _ text: CSVText
  ) -> SpecificationError {
    let line = text.reader.line(at: row[0].range.lowerBound)
    return SpecificationError(
      "\(text.path): line \(line) has \(row.count) \(row.count == 1 ? "cell" : "cells"); expected "
        + "\(count), as in the first",
      kind: .badData)
  }

  private static func none(_ path: String) -> SpecificationError {
    SpecificationError("\(path) has no rows; expected one for each example", kind: .badData)
  }
}
