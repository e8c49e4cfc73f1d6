import Objectives
import Races
import Specifications

/// Answers what a page asks: races run anew, and what there is to choose from.
actor PlayDesk {
  private let page: PlayPage
  private let shelf = FunctionShelf()
  private let limits: PlayLimits
  private let queue = WorkQueue()
  /// What each open page waits for.
  private var latest: [Substring: Task<Reply, any Error>] = [:]
  /// How many answers are computed, or wait for a thread.
  private(set) var count = 0
  private static let most = 8
  /// What becomes a line, over which the rest is asked.
  static let line: Substring = "line"

  init(_ first: RaceRequest, limits: PlayLimits) {
    page = PlayPage(first)
    self.limits = limits
    shelf.keep(first.functions ?? [])
  }

  /// - Parameter path: below the token.
  func reply(to question: Question, _ path: Substring) async -> Reply {
    guard let subject = Subject(rawValue: String(path)) else {
      return .refusal(.notFound, "there is nothing of this name")
    }
    guard question.method == subject.method else {
      return .refusal(.wrongMethod, "this is asked by another method")
    }
    let (page, shelf, limits) = (page, shelf, limits)
    let query = String(decoding: question.body, as: UTF8.self)
    return await computed(for: question.value("page")) {
      switch subject {
      case .page: return .html(try page.html(question.query, shelf: shelf, limits: limits))
      case .race:
        let race = try PlayedRace(query, shelf: shelf, limits: limits)
        return .json(try question.value("part") == "runs" ? race.runs() : race.whole())
      case .step:
        let step = try PlayedStep(query, shelf: shelf, limits: limits)
        let (entrant, entry) = (question.number("entrant"), question.number("step"))
        return .json(try step.narration(of: entrant, at: entry).json)
      case .save:
        let race = try PlayedRace.request(query, shelf: shelf, limits: limits)
        let format = question.value("format").map(String.init) ?? PlaySaving.raceFile
        return .json(try await PlaySaving(race, limits: limits).write(format))
      }
    }
  }

  /// What is asked below the token.
  private enum Subject: String {
    case page = ""
    /// `part=runs` leaves out the map; of what one `page` asks the last alone is answered.
    case race
    /// The step of `entrant` from `step` on, in numbers and words.
    case step
    /// Files of a `format`.
    case save

    /// What changes nothing and has no body is got.
    var method: Question.Method { self == .page ? .get : .post }
  }

  /// Computes an answer; what the same page asked before need not be answered any more.
  func computed(
    for asker: Substring?, _ work: @escaping @Sendable () async throws -> Reply
  ) async -> Reply {
    guard count < Self.most else { return .refusal(.busy, "too much is asked at once") }
    count += 1
    let task = DataFiles.$areRead.withValue(limits.readsFiles) {
      Task(executorPreference: queue) {
        try Task.checkCancellation()
        let reply = try await work()
        try Task.checkCancellation()
        return reply
      }
    }
    if let asker {
      latest[asker]?.cancel()
      latest[asker] = task
    }
    let result = await task.result
    count -= 1
    if let asker, latest[asker] == task { latest[asker] = nil }
    return Self.reply(result)
  }

  private static func reply(_ result: Result<Reply, any Error>) -> Reply {
    do {
      return try result.get()
    } catch is CancellationError {
      return .refusal(.busy, "something newer was asked")
    } catch {
      return PlayError(error).reply
    }
  }
}
