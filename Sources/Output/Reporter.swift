/// Who is told of long work while it goes on. Calls may come from any thread and in any order.
public protocol Reporter: Sendable {
  /// `done` of `total` pieces of what `work` names.
  func progress(of work: String, _ done: Int, of total: Int)
  /// What `work` names is over, well or not.
  func finish(_ work: String)
  /// What should be known before work goes on.
  func say(_ message: String)
  /// What should be known of the result, if there will be one.
  func warn(_ message: String)
}

/// For work of which nobody wants to be told.
public struct SilentReporter: Reporter {
  /// There is nothing to set.
  public init() {}
  public func progress(of work: String, _ done: Int, of total: Int) {}
  public func finish(_ work: String) {}
  public func say(_ message: String) {}
  public func warn(_ message: String) {}
}
