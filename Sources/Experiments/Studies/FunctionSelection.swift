import Foundation
import Objectives
import Specifications

/// The functions that a word of a study means.
public struct FunctionSelection: Sendable {
  /// In the order of the suite, then of the settings' values.
  public private(set) var functions: [any TestFunction] = []
  /// What of a suite does not take the settings, and was left out: a function that takes none of
  /// their combinations, and of others the combinations that they refuse.
  public private(set) var omitted: [String] = []

  /// Reads a suite (`mgh`), a property (`valley`), a file with a function a line (`mine.txt`), or
  /// functions (`beale,himmelblau`). Settings may have several values, of which every combination
  /// is meant: `bbob:n=2/5/10,instance=1..15`, `rosenbrock:n=2/10`. Words are several values only
  /// where the function takes them in no other way: `data=a/b.csv` is one.
  ///
  /// - Throws: what is none of these, a suite of which no function takes the settings, or more than
  ///   `most` functions.
  public init(_ text: String) throws(SpecificationError) {
    try self.init(text, isInFile: false)
  }

  /// The most functions that a word may mean.
  public static let most = 1_000_000

  private init(_ text: String, isInFile: Bool) throws(SpecificationError) {
    if let function = try? FunctionName.function(text) {
      functions = [function]
      return
    }
    // A path may have what no name has.
    if text.hasSuffix(".txt"), !text.contains(where: ":,(".contains) {
      guard !isInFile else {
        throw SpecificationError("'\(text)' is a file within a file; expected a suite or functions")
      }
      try read(file: text)
      return
    }
    guard let specification = try? Specification(parsing: text) else {
      functions = try FunctionName.functions(text)
      return
    }
    if let members = Self.members(specification.name) {
      try add(members, specification.settings)
    } else if specification.settings.contains(where: { SettingValues($0.value).all.count > 1 }) {
      try add(combinationsOf: specification)
    } else {
      functions = try Self.named(text)
    }
  }

  /// Those of some functions that are others than the ones before, by their specifications.
  public static func distinct(_ functions: [any TestFunction]) -> [any TestFunction] {
    var known: Set<Specification> = []
    return functions.filter { known.insert($0.specification).inserted }
  }

  /// The functions of a list; what is none is told with the suites that it may have meant.
  private static func named(_ text: String) throws(SpecificationError) -> [any TestFunction] {
    do {
      return try FunctionName.functions(text)
    } catch {
      guard !text.contains(where: ":,(".contains), FunctionCatalogue.current[text] == nil else {
        throw error
      }
      let known =
        FunctionCatalogue.current.allNames + SuiteCatalogue.current.names
        + FunctionTag.allCases.map(\.rawValue)
      throw .unknown("function or suite", text, among: known)
    }
  }

  /// The functions of a suite or a property.
  private static func members(_ name: String) -> [String]? {
    if let suite = SuiteCatalogue.current[name] { return suite.functions }
    let tag = FunctionTag(rawValue: name)
    guard FunctionTag.allCases.contains(tag) else { return nil }
    return Suite(name, "", tag: tag).functions
  }

  private mutating func read(file path: String) throws(SpecificationError) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw SpecificationError("'\(path)' cannot be read", kind: .missingInput)
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (i, line) in lines.enumerated() {
      let word = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
      guard !word.isEmpty else { continue }
      do {
        let selection = try FunctionSelection(word, isInFile: true)
        functions += selection.functions
        omitted += selection.omitted
      } catch {
        throw SpecificationError("\(path):\(i + 1): \(error)", kind: .badData)
      }
    }
    guard !functions.isEmpty else {
      throw SpecificationError("'\(path)' names no function; expected one a line", kind: .badData)
    }
  }
}

// MARK: - Several values

extension FunctionSelection {
  /// Each combination of one function, all of which it has to take.
  private mutating func add(combinationsOf function: Specification) throws(SpecificationError) {
    func functions(_ list: [[Specification.Entry]]) throws(SpecificationError) -> [any TestFunction]
    {
      var functions: [any TestFunction] = []
      for settings in list {
        functions.append(
          try FunctionName.function(
            Specification(name: function.name, arguments: function.arguments, settings: settings)
              .description))
      }
      return functions
    }
    let numeric = try SettingValues.combinations(function.settings, \.numeric)
    if numeric.count > 1, let found = try? functions(numeric) {
      self.functions = found
    } else {
      self.functions = try functions(SettingValues.combinations(function.settings, \.all))
    }
  }

  /// Each member with each combination that it takes.
  private mutating func add(
    _ members: [String], _ settings: [Specification.Entry]
  ) throws(SpecificationError) {
    var refusal: SpecificationError?
    let numeric = try SettingValues.combinations(settings, \.numeric, of: members.count)
    let all = try SettingValues.combinations(settings, \.all, of: members.count)
    for member in members {
      var taken = Taken(member, numeric)
      if taken.functions.isEmpty, all.count > numeric.count { taken = Taken(member, all) }
      functions += taken.functions
      omitted += taken.functions.isEmpty ? [member] : taken.refused
      refusal = taken.refusal ?? refusal
    }
    if functions.isEmpty, let refusal { throw refusal }
  }

  /// What a member of a suite makes of combinations of settings.
  private struct Taken {
    var functions: [any TestFunction] = []
    var refused: [String] = []
    var refusal: SpecificationError?

    init(_ member: String, _ combinations: [[Specification.Entry]]) {
      for settings in combinations {
        let added = Specification(name: member, settings: settings)
        do throws(SpecificationError) {
          let function = try Specification(parsing: member).adding(added).description
          functions.append(try FunctionName.function(function))
        } catch {
          refusal = error
          refused.append(added.description)
        }
      }
    }
  }
}

/// The values that the text of a setting stands for: 2/5/10, 1..15, 1..3/7.
private struct SettingValues {
  private let text: String
  private let parts: [String]

  init(_ text: String) {
    self.text = text
    // What stands within parentheses is one function's own.
    parts = Specification.pieces(of: text, separator: "/").filter { !$0.isEmpty }
  }

  /// Every one.
  var all: [String] { parts.isEmpty ? [text] : parts.flatMap { Self.range($0) ?? [$0] } }

  /// Every one where all are numbers, else the text itself.
  var numeric: [String] {
    parts.allSatisfy { Self.range($0) != nil || NumberText.parse($0) != nil } ? all : [text]
  }

  /// The whole numbers of "1..15"; nil for what is no range, or too long a one.
  private static func range(_ part: String) -> [String]? {
    let ends = part.split(separator: ".").compactMap { Int($0) }
    guard part.contains(".."), ends.count == 2, ends[0] <= ends[1] else { return nil }
    let (span, isHuge) = ends[1].subtractingReportingOverflow(ends[0])
    guard !isHuge, span < 100_000 else { return nil }
    return (ends[0]...ends[1]).map(String.init)
  }

  /// Every combination of the settings' values, the last setting varying fastest.
  ///
  /// - Parameter count: of functions that get each.
  static func combinations(
    _ settings: [Specification.Entry], _ values: KeyPath<SettingValues, [String]>,
    of count: Int = 1
  ) throws(SpecificationError) -> [[Specification.Entry]] {
    let choices = settings.map { entry in
      (
        key: entry.key == "instances" ? "instance" : entry.key,
        values: SettingValues(entry.value)[keyPath: values]
      )
    }
    let total = choices.reduce(Double(count)) { $0 * Double($1.values.count) }
    guard total <= Double(FunctionSelection.most) else {
      throw SpecificationError(
        "the settings mean \(NumberText.short(total)) functions; expected at most "
          + "\(FunctionSelection.most)")
    }
    return choices.reduce([[]]) { combinations, choice in
      combinations.flatMap { combination in
        choice.values.map { combination + [.init(key: choice.key, value: $0)] }
      }
    }
  }
}
