import Experiments
import JSON
import Objectives
import Optimizers
import Specifications

/// A JSON file of IOHprofiler: which data files hold which runs of an optimizer on a function.
struct IOHIndex {
  struct Run {
    let instance: Int
    let seed: UInt64
    let start: Int
    /// nil where the values are no excess.
    let minimum: Double?
  }

  /// The runs in one number of variables.
  struct Scenario {
    let dimension: Int
    /// Of the data file, from the source's folder on.
    let path: String
    let runs: [Run]
    let json: JSONReader
  }

  let version: String
  let function: String
  let algorithm: String
  let scenarios: [Scenario]
  private let attributes: [IOHAttribute: String]

  /// The optimizer, where this program wrote it.
  let optimizer: Specification?
  /// The function without n and instance, where this program wrote it.
  let objective: Specification?

  init(_ json: JSONReader, besides path: String) throws(JSONError) {
    version = try json.member("version").string()
    function = try json.member("function_name").string()
    let maximization = try json.member("maximization")
    guard try !maximization.boolean() else {
      throw maximization.error("is true; expected runs that minimize")
    }
    algorithm = try json.member("algorithm").member("name").string()
    let isOwn = try json.member("suite").string() == IOHReader.ownSuite
    attributes = isOwn ? try Self.attributes(json) : [:]
    optimizer = try Self.specification(.specification, attributes, json)
    objective = try Self.specification(.objective, attributes, json)
    var scenarios: [Scenario] = []
    for element in try json.member("scenarios").elements() {
      scenarios.append(try Scenario(element, besides: path, isOwn: isOwn))
    }
    self.scenarios = scenarios
  }

  /// Objects of one key, whose value is a text that Python evaluates.
  private static func attributes(_ json: JSONReader) throws(JSONError) -> [IOHAttribute: String] {
    var attributes: [IOHAttribute: String] = [:]
    for element in try json.member("experiment_attributes").elements() {
      for attribute in IOHAttribute.allCases {
        guard let member = try element.optional(attribute.rawValue) else { continue }
        let text = try member.string()
        guard let value = try? JSON(parsing: Array(text.utf8)), case .string(let word) = value
        else { throw member.error("expected a text in quotes") }
        attributes[attribute] = word
      }
    }
    return attributes
  }

  private static func specification(
    _ attribute: IOHAttribute, _ attributes: [IOHAttribute: String], _ json: JSONReader
  ) throws(JSONError) -> Specification? {
    guard let text = attributes[attribute] else { return nil }
    do {
      return attribute == .objective
        ? try FunctionCatalogue.specification(text) : try Specification(parsing: text)
    } catch {
      throw json.error("\(attribute.rawValue): \(error)")
    }
  }

  /// The function of a run; n and instance are told where it has such parameters.
  func specification(n: Int, instance: Int) -> Specification {
    let size = Specification.Entry(key: "n", value: "\(n)")
    let number = Specification.Entry(key: "instance", value: "\(instance)")
    guard let objective else {
      return Specification(name: plainName, settings: [size, number])
    }
    let own = try? FunctionCatalogue.function(objective)
    let hasInstances = StudyProblem(objective).instance != nil
    guard hasInstances || own?.dimension != n else { return objective }
    let settings = hasInstances ? [size, number] : [size]
    let whole = objective.adding(Specification(name: objective.name, settings: settings))
    return (try? FunctionCatalogue.function(whole))?.specification ?? objective
  }

  private var plainName: String {
    let kept = FileNames.plain(function, keeping: "-_.")
    return kept.isEmpty ? "imported" : kept
  }

  /// Where a run began: this program has written what kind of start it was.
  func start(_ number: Int) -> StudyStart {
    attributes[.start].flatMap { .ioh(kind: $0, number: number) } ?? .elsewhere
  }

  var basis: MinimumBasis? { attributes[.basis].flatMap(MinimumBasis.init(rawValue:)) }
}

extension IOHIndex.Scenario {
  fileprivate init(
    _ json: JSONReader, besides index: String, isOwn: Bool
  ) throws(JSONError) {
    let size = try json.member("dimension")
    dimension = try size.integer()
    guard (1...100_000).contains(dimension) else {
      throw size.error("\(dimension); expected 1 to 100000")
    }
    path = ImportSource.path(try json.member("path").string(), besides: index)
    var runs: [IOHIndex.Run] = []
    for run in try json.member("runs").elements() {
      let number = try run.member("instance")
      let instance = try number.integer()
      guard instance >= 0 else { throw number.error("\(instance); expected 0 or more") }
      runs.append(
        IOHIndex.Run(
          instance: instance, seed: isOwn ? try run.member("seed").unsigned() : UInt64(runs.count),
          start: isOwn ? try run.member("start").integer() : 0,
          minimum: isOwn ? try run.optional("minimum")?.number() : nil))
    }
    self.runs = runs
    self.json = json
  }
}
