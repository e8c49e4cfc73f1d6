import LinearAlgebra

extension SearchMethod {
  /// Bergstra and Bengio, Random search for hyper-parameter optimization, JMLR 13 (2012) 281-305.
  public static let random = SearchMethod("random", "Each trial is drawn by itself.") { task in
    FixedSearch(points(task.trials, of: task))
  }

  /// Points that are drawn evenly.
  static func points(_ count: Int, of task: SearchTask) -> [[Double]] {
    var stream = RandomStream(seed: task.seed)
    return (0..<count).map { _ in (0..<task.settings).map { _ in stream.uniform() } }
  }
}
