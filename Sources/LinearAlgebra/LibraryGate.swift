import CBLAS
import Synchronization

/// The way to BLAS and LAPACK: every call goes through here.
///
/// Calls run on the thread that makes them: sums in an order that depends on how many threads there
/// are would differ in digits. Of OpenBLAS built for one thread, without locks, two calls at a time
/// share working memory and now and then give wrong numbers, so there only one runs at a time.
enum LibraryGate {
  private static let mutex = Mutex<Void>(())

  /// Whether calls must wait for one another. Set up once, with the number of threads.
  private static let isNarrow: Bool = {
    openblas_set_num_threads(1)
    let isBuiltForOneThread = openblas_get_parallel() == 0
    let configuration = openblas_get_config().map { String(cString: $0) } ?? ""
    return isBuiltForOneThread && !configuration.contains("USE_LOCKING")
  }()

  static func call<Result: Sendable>(_ body: () -> Result) -> Result {
    isNarrow ? mutex.withLock { _ in body() } : body()
  }
}
