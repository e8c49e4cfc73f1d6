/// Answers questions in tasks that know what the task which made it knows: the catalogues that a
/// program extends. Those of an event loop would know none of it.
final class Answering: Sendable {
  private let jobs: AsyncStream<@Sendable () async -> Void>.Continuation
  private let reply: @Sendable (Question) async -> Reply

  init(_ reply: @escaping @Sendable (Question) async -> Reply) {
    let (stream, jobs) = AsyncStream<@Sendable () async -> Void>.makeStream()
    (self.jobs, self.reply) = (jobs, reply)
    Task {
      await withDiscardingTaskGroup { group in
        for await job in stream { group.addTask(operation: job) }
      }
    }
  }

  deinit {
    jobs.finish()
  }

  func answer(_ question: Question, _ write: @escaping @Sendable (Reply) -> Void) {
    jobs.yield { [reply] in write(await reply(question)) }
  }
}
