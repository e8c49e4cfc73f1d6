import Dispatch

/// Where races are computed: on threads of their own, so that newer questions are heard meanwhile.
final class WorkQueue: TaskExecutor {
  private let queue = DispatchQueue(label: "races", qos: .userInitiated, attributes: .concurrent)

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
  }
}
