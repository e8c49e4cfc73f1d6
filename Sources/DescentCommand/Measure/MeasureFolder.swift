import DescentKit

/// Where a measurement is written: nowhere in the place of another one.
struct MeasureFolder {
  /// All that the measurement depends on, in words.
  let subject: String
  private let path: String

  /// - Parameters:
  ///   - given: what the user said; where another measurement stands there, it is refused.
  ///   - usual: where it goes unless told; where another stands there, a checksum is added.
  init(_ given: String?, usual: String, of subject: String) throws {
    self.subject = subject
    guard let given else {
      path = Self.free(usual, for: subject)
      return
    }
    if let other = Self.other(in: given, than: subject) {
      throw Failure(
        .cannotWrite,
        "'\(given)' holds '\(other)', which is not replaced; expected another --output, or that "
          + "folder removed")
    }
    path = given
  }

  /// Folder and subject of the whole, or of what is finished of it, which replaces no whole.
  func place(isWhole: Bool) -> (path: String, subject: String) {
    guard !isWhole else { return (path, subject) }
    let subject = Self.part(of: subject)
    return (Self.free(path, for: subject), subject)
  }

  private static func part(of subject: String) -> String { subject + ", interrupted" }

  private static func free(_ path: String, for subject: String) -> String {
    other(in: path, than: subject) == nil ? path : "\(path)-\(Checksum.text(of: subject))"
  }

  /// What stands in a folder, where that is neither the same nor a part of it.
  private static func other(in path: String, than subject: String) -> String? {
    guard let other = OutputFolder.subject(of: path), other != subject,
      other != part(of: subject)
    else { return nil }
    return other
  }
}

extension Study {
  /// All that tells a measurement from another: "the measurement of sgd, adam:lr=0.1 on beale,
  /// start (1, 1.5), 300 steps, stopped at 100 idle steps, 5 seeds from 0".
  ///
  /// - Parameter starts: as they were asked for.
  func measurementSubject(starts: StudyStarts?, record: Cadence?) -> String {
    let names = optimizers.map(\.settings.specification.description).joined(separator: ", ")
    let functions = functions.map(\.specification.description).joined(separator: ", ")
    let point = NumberText.distinct(cell(0).point, atMost: 6).replacing(",", with: ", ")
    let rules = plan.stopRules.description
    return [
      "the measurement of \(names) on \(functions)",
      starts.map { "starts \($0.spelling)" } ?? "start (\(point))",
      plan.budget.description, rules.isEmpty ? nil : "stopped at \(rules)",
      record.map { "recorded \($0.spelling)" }, plan.watched.map { "\($0.spelling) watched" },
      plan.isTimed ? "timed" : nil,
      "\(seeds) \(seeds == 1 ? "seed" : "seeds") from \(plan.seed)",
    ].compactMap { $0 }.joined(separator: ", ")
  }
}
