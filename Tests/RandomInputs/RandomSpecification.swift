import LinearAlgebra
import Objectives
import Optimizers
import Specifications

/// Texts that name functions, optimizers and schedules: right, slightly wrong, and hostile.
package struct RandomSpecification {
  package var random: RandomStream

  package init(_ random: RandomStream) {
    self.random = random
  }

  /// A function of the catalogue with settings, or inside others.
  package mutating func function() -> String {
    spoilt(nested(wrappers: Self.functionWrappers, depth: 4) { $0.plain(Self.functions) })
  }

  /// An optimizer with settings, or inside others.
  package mutating func optimizer() -> String {
    spoilt(nested(wrappers: Self.optimizerWrappers, depth: 4) { $0.plain(Self.optimizers) })
  }

  /// What each name of a catalogue can set: keys with their default values.
  private typealias Names = [(name: String, settings: [(key: String, value: String)])]

  private static let functions: Names = FunctionCatalogue.all.map { entry($0) }
  private static let optimizers: Names = OptimizerCatalogue.all.map { entry($0) }
  private static let schedules: Names = ScheduleCatalogue.all.map { entry($0) }
  private static let functionWrappers = FunctionCatalogue.functions(of: "wrappers").map { $0.name }
  private static let optimizerWrappers = OptimizerCatalogue.all
    .filter { $0 is any OptimizerWrapper.Type }.map { $0.name }

  private static func entry(
    _ type: any Specified.Type
  ) -> (name: String, settings: [(key: String, value: String)]) {
    (type.name, type.parameterTable.map { ($0.name, $0.default) })
  }

  /// `inside`, within up to `depth` wrappers.
  private mutating func nested(
    wrappers: [String], depth: Int, _ inside: (inout Self) -> String
  ) -> String {
    guard depth > 0, random.once(in: 4) else { return inside(&self) }
    let text = nested(wrappers: wrappers, depth: depth - 1, inside)
    return "\(random.pick(wrappers))(\(text)\(random.once(in: 2) ? "" : "," + random.number()))"
  }

  /// A name of the catalogue, with up to three settings.
  private mutating func plain(_ names: Names) -> String {
    let (name, known) = random.pick(names)
    var settings: [String] = []
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      guard let (key, value) = known.randomElement(using: &random) else { break }
      settings.append("\(key)=\(random.once(in: 3) ? value : self.value(of: key))")
    }
    return settings.isEmpty ? name : name + ":" + settings.joined(separator: ",")
  }

  private mutating func value(of key: String) -> String {
    guard key == "lr", random.once(in: 2) else { return random.number() }
    let (name, settings) = random.pick(Self.schedules)
    let arguments = settings.prefix(Int.random(in: 0...3, using: &random)).map {
      "\($0.key)=\(random.once(in: 3) ? $0.value : random.number())"
    }
    return "\(name)(\(arguments.joined(separator: ",")))"
  }

  /// Every third text has a few characters changed.
  private mutating func spoilt(_ text: String) -> String {
    guard random.once(in: 3) else { return text }
    return String(decoding: random.mutated(Array(text.utf8)), as: UTF8.self)
  }
}
