import Experiments
import Specifications

/// An index of COCO's exdata: which data files hold which runs.
struct COCOIndex {
  /// One function in one dimension.
  struct Entry {
    let suite: String
    let function: Int
    let dimension: Int
    /// nil where the file does not tell it.
    let algorithm: String?
    let comment: String
    let format: COCODataFormat
    /// Each with the word that names it.
    let files: [(path: String, word: TextWord)]
    /// One a run.
    let instances: [Int]
    /// The line that lists the runs.
    let line: TextLine
  }

  let entries: [Entry]

  init(_ lines: [TextLine]) throws(SpecificationError) {
    var entries: [Entry] = []
    var head: (line: TextLine, values: [String: TextWord])?
    var comment = ""
    for line in lines where !line.isBlank {
      let text = line.text.trimmed
      if text.hasPrefix("%") {
        comment = text
      } else if Self.isHead(text) {
        head = (line, try Self.values(line))
        comment = ""
      } else {
        guard let head else {
          throw line.error("expected a line as: funcId = 1, DIM = 2, Precision = 1.000e-08, ...")
        }
        entries.append(try Entry(head.line, head.values, comment, runs: line))
      }
    }
    guard !entries.isEmpty else {
      let last = lines.last ?? TextLine(file: "the index", number: 1, text: "")
      throw last.error("expected a line with a data file and its runs, as: data.dat, 1:405|1e-8")
    }
    self.entries = entries
  }

  /// A key and "=" stand before the first comma.
  private static func isHead(_ text: String) -> Bool { text.prefix { $0 != "," }.contains("=") }

  /// Pairs "key = value" with commas between; a value may stand in quotes.
  private static func values(_ line: TextLine) throws(SpecificationError) -> [String: TextWord] {
    let bytes = Array(line.text.utf8)
    var values: [String: TextWord] = [:]
    var position = 0
    while position < bytes.count {
      guard let equals = bytes[position...].firstIndex(of: UInt8(ascii: "=")) else {
        if bytes[position...].allSatisfy({ $0 == 0x20 || $0 == 0x2C }) { break }
        throw line.error(column: position + 1, "expected key = value")
      }
      let key = String(decoding: bytes[position..<equals], as: UTF8.self).trimmed
      let start = bytes[(equals + 1)...].firstIndex { $0 != 0x20 } ?? bytes.count
      let end = try end(of: start, in: bytes, line)
      let value = String(decoding: bytes[start..<end], as: UTF8.self).trimmed
      values[key] = TextWord(line: line, column: start + 1, text: Self.unquoted(value))
      position = (bytes[end...].firstIndex(of: UInt8(ascii: ",")) ?? bytes.count - 1) + 1
    }
    return values
  }

  /// Behind a value: at the comma, or behind the quote that has a comma or nothing after it.
  private static func end(
    of start: Int, in bytes: [UInt8], _ line: TextLine
  ) throws(SpecificationError) -> Int {
    let comma = UInt8(ascii: ",")
    guard start < bytes.count, bytes[start] == UInt8(ascii: "'") || bytes[start] == 0x22 else {
      return bytes[start...].firstIndex(of: comma) ?? bytes.count
    }
    for i in bytes.indices where i > start && bytes[i] == bytes[start] {
      let next = bytes[(i + 1)...].first { $0 != 0x20 }
      if next == nil || next == comma { return i + 1 }
    }
    throw line.error(column: start + 1, "expected a quote at the end of the value")
  }

  private static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let first = text.first, "'\"".contains(first), text.last == first else {
      return text
    }
    return String(text.dropFirst().dropLast())
  }
}

/// Which columns the data files have.
enum COCODataFormat: String, CaseIterable {
  /// Evaluations, f − Fopt, best f − Fopt.
  case old = "bbob-old"
  case bbob
  /// Evaluations of f and of constraints, best f − Fopt.
  case new = "bbob-new"
  case new2 = "bbob-new2"

  /// Whether the second column counts.
  var hasSecondCount: Bool { self == .new || self == .new2 }
}

extension COCOIndex.Entry {
  fileprivate init(
    _ head: TextLine, _ values: [String: TextWord], _ comment: String, runs line: TextLine
  ) throws(SpecificationError) {
    guard let number = values["funcId"] ?? values["function"] else {
      throw head.error("expected funcId = and the number of a function")
    }
    guard let dimension = values["DIM"] ?? values["dim"] else {
      throw head.error("expected DIM = and a number of variables")
    }
    guard values["indicator"] == nil else {
      throw head.error("is of a suite of two objectives; expected one as bbob")
    }
    function = try number.count(from: 1)
    self.dimension = try dimension.count(from: 1)
    guard self.dimension <= 100_000 else {
      throw dimension.error("'\(dimension.text)'; expected at most 100000 variables")
    }
    suite = values["suite"]?.text ?? "bbob"
    algorithm = (values["algId"] ?? values["algorithm"])?.text
    self.comment = comment
    format = try values["data_format"].map(Self.format) ?? .old
    self.line = line
    (files, instances) = try Self.runs(line)
  }

  private static func format(_ word: TextWord) throws(SpecificationError) -> COCODataFormat {
    guard let format = COCODataFormat(rawValue: word.text) else {
      let names = COCODataFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw word.error("'\(word.text)' is no known data_format; expected one of: \(names)")
    }
    return format
  }

  /// "data_f1/a.dat, 1:405|4.0e+00, 2:405|4.0e+00": files, and a pair a run, whose evaluations and
  /// end the data files tell again.
  private static func runs(
    _ line: TextLine
  ) throws(SpecificationError) -> (files: [(path: String, word: TextWord)], instances: [Int]) {
    var files: [(path: String, word: TextWord)] = []
    var instances: [Int] = []
    for cell in try line.cells() where !cell.text.isEmpty && !cell.text.contains("=") {
      if cell.text.hasSuffix("dat") {
        files.append((cell.text, cell))
        continue
      }
      let number = cell.text.prefix { $0 != ":" }.trimmed
      guard let instance = Int(number), (0...TextWord.largestCount).contains(instance) else {
        throw cell.error("'\(cell.text)'; expected a run as 1:405|4.0e+00, or a data file")
      }
      instances.append(instance)
    }
    guard !files.isEmpty else { throw line.error("expected the name of a data file (.dat)") }
    return (files, instances)
  }
}
