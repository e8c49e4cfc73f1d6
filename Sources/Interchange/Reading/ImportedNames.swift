import Optimizers
import Specifications

/// What optimizers of elsewhere are called here: a specification without settings that no
/// optimizer of Descent has, and each its own.
struct ImportedNames {
  private var taken: [String: String] = [:]

  /// The specification of a name as files write it: what a name here cannot hold becomes a hyphen,
  /// and one that is known or taken gets a mark behind, which is noted.
  mutating func specification(_ name: String, noting runs: inout ImportedRuns) -> Specification {
    let kept = FileNames.plain(name, keeping: "-_.+")
    let plain = kept.isEmpty ? "imported" : kept
    let isKnown = OptimizerCatalogue.current.allNames.contains(plain)
    let base = isKnown ? plain + "-imported" : plain
    var own = base
    var number = 2
    while taken[own, default: name] != name {
      own = "\(base)-\(number)"
      number += 1
    }
    taken[own] = name
    if own != name { runs.note("'\(name)' is named \(own) here") }
    return Specification(name: own)
  }
}

/// Names of files and folders that are made of others.
struct FileNames {
  private var taken: Set<String> = []

  /// A name without spaces and marks, each only once.
  mutating func own(_ text: String) -> String {
    let kept = Self.plain(text, keeping: "-_.")
    let base = kept.isEmpty ? "runs" : String(kept.prefix(80))
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      name = "\(base)-\(number)"
      number += 1
    }
    return name
  }

  /// Letters, digits and some marks of a text, with one hyphen for what stands between.
  static func plain(_ text: String, keeping marks: String) -> String {
    text.split { !($0.isASCII && ($0.isLetter || $0.isNumber) || marks.contains($0)) }
      .joined(separator: "-").trimmingMarks
  }
}

extension String {
  /// Without hyphens and points at its ends.
  fileprivate var trimmingMarks: String {
    let rest = drop { "-.".contains($0) }
    let end = rest.lastIndex { !"-.".contains($0) }.map(rest.index(after:)) ?? rest.startIndex
    return String(rest[..<end])
  }
}
