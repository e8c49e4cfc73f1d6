import Foundation
import Objectives
import Specifications

/// The functions that a word of a study means.
public struct FunctionSelection: Sendable {
  /// In the order of the suite, then of the settings' values.
  public private(set) var functions: [any TestFunction] = []
  /// What of a suite does not take the settings, and was left out.
  public private(set) var omitted: [String] = []

  /// Reads a suite (`mgh`), a property (`valley`), a file with a function a line (`mine.txt`), or
  /// functions (`beale,himmelblau`). Settings may have several values, of which every combination
  /// is meant: `bbob:n=2/5/10,instance=1..15`, `rosenbrock:n=2/10`.
  ///
  /// - Throws: what is none of these, or a suite of which no function takes the settings.
  public init(_ text: String) throws(SpecificationError) {
    if let function = try? FunctionName.function(text) {
      functions = [function]
      return
    }
    guard let specification = try? Specification(parsing: text) else {
      functions = try FunctionName.functions(text)
      return
    }
    if let members = Self.members(specification.name) {
      try add(members, specification.settings)
    } else if specification.settings.isEmpty, text.hasSuffix(".txt") {
      try read(file: text)
    } else if specification.settings.contains(where: { Self.values($0.value).count > 1 }) {
      for settings in Self.combinations(specification.settings) {
        functions.append(
          try FunctionName.function(
            Specification(
              name: specification.name, arguments: specification.arguments, settings: settings
            ).description))
      }
    } else {
      functions = try Self.named(text)
    }
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

  /// Each member with each combination that it takes.
  private mutating func add(
    _ members: [String], _ settings: [Specification.Entry]
  ) throws(SpecificationError) {
    var refusal: SpecificationError?
    let combinations = Self.combinations(settings)
    for member in members {
      let before = functions.count
      for settings in combinations {
        do {
          let added = Specification(name: member, settings: settings)
          functions.append(
            try FunctionName.function(Specification(parsing: member).adding(added).description))
        } catch {
          refusal = error
        }
      }
      if functions.count == before { omitted.append(member) }
    }
    if functions.isEmpty, let refusal { throw refusal }
  }

  private mutating func read(file path: String) throws(SpecificationError) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw SpecificationError("'\(path)' cannot be read", kind: .missingInput)
    }
    for (i, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let word = line.prefix { $0 != "#" }.trimmingCharacters(in: .whitespaces)
      guard !word.isEmpty else { continue }
      do {
        let selection = try FunctionSelection(word)
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
  /// Every combination of the settings' values, the last setting varying fastest.
  private static func combinations(
    _ settings: [Specification.Entry]
  ) -> [[Specification.Entry]] {
    settings.reduce([[]]) { combinations, entry in
      let key = entry.key == "instances" ? "instance" : entry.key
      return combinations.flatMap { combination in
        values(entry.value).map { combination + [.init(key: key, value: $0)] }
      }
    }
  }

  /// The values that a text stands for: 2/5/10, 1..15, 1..3/7.
  private static func values(_ text: String) -> [String] {
    text.split(separator: "/").flatMap { part -> [String] in
      let ends = part.split(separator: ".").compactMap { Int($0) }
      guard part.contains(".."), ends.count == 2, ends[0] <= ends[1], ends[1] - ends[0] < 100_000
      else { return [String(part)] }
      return (ends[0]...ends[1]).map(String.init)
    }
  }
}
