import Experiments
import Objectives
import Races
import Specifications
import Yams

/// A study as a YAML file: what a `StudyRequest` says, key by key.
///
///     functions: [mgh, "bbob:n=2/5,instance=1..5"]
///     optimizers: [bfgs, "adam:lr=0.1"]
///     starts: standard,random:5
///     steps: 1000
public struct StudyFile: Sendable {
  /// The version of the keys and of what they mean, which files may tell as `schema`: new keys may
  /// come without a new one.
  public static let schema = 1

  /// What the file says; what it leaves out is nil.
  public let request: StudyRequest
  /// What of its suites does not take their settings, and is left out.
  public let omitted: [String]

  /// Reads the text of a file, named in messages by its path.
  ///
  /// - Throws: `RequestFileError`, which names the line, where it says what cannot be said.
  public init(_ text: String, path: String) throws(RequestFileError) {
    var reader = StudyFileReader(path: path)
    try reader.read(text)
    (request, omitted) = (reader.request, reader.omitted)
  }
}

private struct StudyFileReader: RequestFileReader {
  let path: String
  var request = StudyRequest()
  var omitted: [String] = []

  mutating func read(_ text: String) throws(RequestFileError) {
    for (key, value) in try mapping(root(text), expected: "keys and values as in 'steps: 300'") {
      switch key.text {
      case "schema": try requireKnown(schema: value, latest: StudyFile.schema)
      case "functions", "function": for item in try some(value) { try read(functions: item) }
      case "optimizers", "optimizer": for item in try some(value) { try read(optimizers: item) }
      default: try set(key.text, joined(value), at: value, key: key.node)
      }
    }
  }

  /// The items of a list that is not empty.
  private func some(_ node: Node) throws(RequestFileError) -> [Node] {
    let items = list(node)
    guard !items.isEmpty else { throw failure("the list is empty; expected one or more", at: node) }
    return items
  }

  private mutating func read(functions node: Node) throws(RequestFileError) {
    let text = try scalar(node)
    do {
      let selection = try FunctionSelection(text)
      request.functions = (request.functions ?? []) + selection.functions
      omitted += selection.omitted
    } catch {
      throw failure(error, at: node)
    }
  }

  private mutating func read(optimizers node: Node) throws(RequestFileError) {
    let text = try scalar(node)
    do {
      request.optimizers = (request.optimizers ?? []) + (try GivenOptimizer.list(text))
    } catch {
      throw failure(error, at: node)
    }
  }

  private mutating func set(
    _ key: String, _ text: String, at node: Node, key keyNode: Node
  ) throws(RequestFileError) {
    guard let setting = StudySettings.all.first(where: { $0.name == key }) else {
      let known = ["schema", "functions", "optimizers"] + StudySettings.all.map(\.name)
      throw failure(SpecificationError.unknown("key", key, among: known), at: keyNode)
    }
    do {
      try setting.read(text, into: &request)
    } catch {
      throw failure("the value '\(text)' is invalid for '\(key)': \(error)", at: node)
    }
  }
}

extension StudyRequest {
  /// This with what another says in the place of its own.
  public func replaced(by given: StudyRequest) -> StudyRequest {
    var request = self
    request.functions = given.functions ?? functions
    request.optimizers = given.optimizers ?? optimizers
    for setting in StudySettings.all where setting.spelling(in: given) != nil {
      setting.copy(from: given, into: &request)
    }
    request.keepsIterates = keepsIterates || given.keepsIterates
    request.isTimed = isTimed || given.isTimed
    return request
  }
}
