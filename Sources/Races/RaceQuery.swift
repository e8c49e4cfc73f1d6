import Experiments
import Foundation
import Objectives
import Specifications

/// A race as the query of an address: what a `RaceRequest` says, key by key, as a race's file does.
///
///     functions=beale&optimizers=sgd:lr=0.002&optimizers=adam:lr=0.05&start=1,1.5
public struct RaceQuery: Sendable {
  /// What the query says; what it leaves out is nil.
  public let request: RaceRequest

  /// Reads a query, without its question mark. A key without a value says nothing; keys of a single
  /// value stand there once.
  ///
  /// - Parameter functions: makes functions of a text; those of the catalogue unless given.
  /// - Throws: `SettingError`, which names the key.
  public init(
    _ text: String,
    functions: (String) throws(SpecificationError) -> [any TestFunction] = FunctionName.functions
  ) throws(SettingError) {
    var request = RaceRequest()
    var seen: Set<String> = []
    for (key, value) in try Self.pairs(text) where !value.isEmpty {
      do {
        let isFirst = seen.insert(key).inserted
        try Self.read(key, value, isFirst: isFirst, into: &request, functions)
      } catch {
        let line = "\(error)"
        // What only says what was expected has not named what was given.
        let given = line.hasPrefix("expected ") ? "'\(value)' is not accepted; " : ""
        throw SettingError(key, ": " + given + line)
      }
    }
    self.request = request
  }

  private static func read(
    _ key: String, _ value: String, isFirst: Bool, into request: inout RaceRequest,
    _ functions: (String) throws(SpecificationError) -> [any TestFunction]
  ) throws(SpecificationError) {
    switch key {
    case "functions": request.functions = (request.functions ?? []) + (try functions(value))
    case "optimizers":
      request.optimizers = (request.optimizers ?? []) + (try GivenOptimizer.list(value))
    default:
      guard let setting = RaceSettings.all.first(where: { $0.name == key }) else {
        let known = ["functions", "optimizers"] + RaceSettings.all.map(\.name)
        throw SpecificationError.unknown("key", key, among: known)
      }
      guard isFirst || setting.isList else {
        throw SpecificationError("given twice; expected one value")
      }
      try setting.read(value, into: &request)
    }
  }
}

// MARK: - As text

extension RaceQuery {
  /// Keys with values, in their order; both without what addresses put in the place of letters.
  ///
  /// - Throws: where that is no text.
  package static func pairs(
    _ text: String
  ) throws(SettingError) -> [(key: String, value: String)] {
    var pairs: [(key: String, value: String)] = []
    for part in text.split(separator: "&") {
      let halves = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let plain = halves.map { $0.replacing("+", with: " ").removingPercentEncoding }
      guard let key = plain[0], let value = plain.count > 1 ? plain[1] : "" else {
        throw SettingError("query", "has '\(part)'; expected % before two digits, and UTF-8")
      }
      pairs.append((key, value))
    }
    return pairs
  }

  /// The query that says what a request says.
  public static func text(of request: RaceRequest) -> String {
    var pairs: [(String, String)] = []
    for function in request.functions ?? [] {
      pairs.append(("functions", function.specification.description))
    }
    for optimizer in request.optimizers ?? [] {
      pairs.append(("optimizers", optimizer.specification.description))
    }
    for setting in RaceSettings.all {
      for item in setting.items(in: request) ?? [] { pairs.append((setting.name, item)) }
    }
    return pairs.map { "\($0)=\(escaped($1))" }.joined(separator: "&")
  }

  /// What needs no sign in an address and is often in a specification stays readable.
  private static let plain = CharacterSet(
    charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~:,/()*^=")

  private static func escaped(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
  }
}
