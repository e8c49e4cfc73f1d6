import Objectives
import Specifications

/// The problems on which settings are searched, and others on which what was found is tested.
public struct TuningProblems: Sendable {
  /// Functions from starts.
  public struct Part: Sendable {
    /// What is descended.
    public let functions: [any TestFunction]
    /// Where runs start; each once.
    public let starts: [StudyStart]

    /// Each function from each start.
    public var problems: [StudyProblem] {
      functions.flatMap { function in
        starts.map { StudyProblem(function.specification, from: $0) }
      }
    }
  }

  /// What scores of trials are taken on.
  public let tuning: Part
  /// What no trial sees.
  public let test: Part
  /// How they were told apart, in words.
  public let rule: String

  /// - Parameters:
  ///   - functions: one or more.
  ///   - test: nil to set some of the problems aside: the later half of the instances where all
  ///     functions have several, else the later half of several starts, else every second function,
  ///     and of a single one starts of its own.
  ///   - starts: one or more; the usual one unless given.
  /// - Throws: where a problem is in both parts.
  public init(
    on functions: [any TestFunction], test: [any TestFunction]?, starts: [StudyStart]? = nil
  ) throws(SettingError) {
    let given = starts ?? [.standard]
    if let test {
      tuning = Part(functions: functions, starts: given)
      self.test = Part(functions: test, starts: given)
      rule = "as given"
      try requireDisjoint()
    } else if let halves = Self.instances(of: functions) {
      tuning = Part(functions: halves.first, starts: given)
      self.test = Part(functions: halves.second, starts: given)
      rule = "the first half of each function's instances for tuning, the others for the test"
    } else if given.count > 1 {
      let half = (given.count + 1) / 2
      tuning = Part(functions: functions, starts: Array(given[..<half]))
      self.test = Part(functions: functions, starts: Array(given[half...]))
      rule = "the first half of the starts for tuning, the others for the test"
    } else if functions.count > 1 {
      let (even, odd) = Self.alternating(functions)
      tuning = Part(functions: even, starts: given)
      self.test = Part(functions: odd, starts: given)
      rule = "every second function for the test"
    } else {
      let count = Self.drawnStarts
      tuning = Part(functions: functions, starts: (1...count).map { .random($0) })
      self.test = Part(functions: functions, starts: (1...count).map { .random(count + $0) })
      rule = "\(count) random starts for tuning, \(count) others for the test"
    }
  }

  /// How many starts each part has where a single function has no other problems.
  private static let drawnStarts = 5

  private func requireDisjoint() throws(SettingError) {
    let known = Set(tuning.problems)
    let shared = test.problems.filter(known.contains)
    guard let first = shared.first else { return }
    let others = shared.count > 1 ? " and \(shared.count - 1) more are" : " is"
    throw SettingError(
      "test",
      ": '\(first.name)'\(others) in {on} too; expected other functions, instances or starts, "
        + "or no {test}, for problems that are set aside")
  }

  /// Where each function has several instances, the first half of each and the rest.
  private static func instances(
    of functions: [any TestFunction]
  ) -> (first: [any TestFunction], second: [any TestFunction])? {
    func family(_ function: any TestFunction) -> Specification {
      function.specification.removing("instance").rest
    }
    let counts = Dictionary(functions.map { (family($0), 1) }, uniquingKeysWith: +)
    guard counts.values.allSatisfy({ $0 > 1 }) else { return nil }
    var seen: [Specification: Int] = [:]
    var (first, second) = ([any TestFunction](), [any TestFunction]())
    for function in functions {
      let place = seen[family(function), default: 0]
      seen[family(function)] = place + 1
      if place < (counts[family(function), default: 0] + 1) / 2 {
        first.append(function)
      } else {
        second.append(function)
      }
    }
    return (first, second)
  }

  private static func alternating(
    _ functions: [any TestFunction]
  ) -> (even: [any TestFunction], odd: [any TestFunction]) {
    let numbered = functions.enumerated()
    return (
      numbered.filter { $0.offset.isMultiple(of: 2) }.map(\.element),
      numbered.filter { !$0.offset.isMultiple(of: 2) }.map(\.element)
    )
  }
}
