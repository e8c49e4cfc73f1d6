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
  private var count = 0
  private static let most = 32

  init(_ first: RaceRequest, limits: PlayLimits) {
    page = PlayPage(first)
    self.limits = limits
  }

  /// - Parameter path: below the token.
  func reply(to question: Question, _ path: Substring) async -> Reply {
    let (page, shelf, limits) = (page, shelf, limits)
    switch (path, question.method) {
    case ("", .get):
      return await computed(for: nil) {
        .html(try page.html(question.query, shelf: shelf, limits: limits))
      }
    case ("race", .post):
      let query = String(decoding: question.body, as: UTF8.self)
      let isPart = question.value("part") == "runs"
      return await computed(for: question.value("page")) {
        let race = try PlayedRace(query, shelf: shelf, limits: limits)
        return .json(try isPart ? race.runs() : race.whole())
      }
    case ("", _), ("race", _):
      return .refusal(.wrongMethod, "this is asked by another method")
    default: return .refusal(.notFound, "there is nothing of this name")
    }
  }

  /// Computes an answer; what the same page asked before need not be answered any more.
  private func computed(
    for asker: Substring?, _ work: @escaping @Sendable () throws -> Reply
  ) async -> Reply {
    guard count < Self.most else { return .refusal(.busy, "too much is asked at once") }
    count += 1
    let task = Task(executorPreference: queue) {
      try Task.checkCancellation()
      return try work()
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
