import Rendering

extension OutputFolder {
  /// Fills a folder as `fill` does; standard error says so where what stood there was of something
  /// else.
  static func fill<Result>(
    _ path: String, with subject: String, _ body: (OutputFolder) async throws -> Result
  ) async throws -> Result {
    let (result, earlier) = try await fill(path, subject: subject) { folder in
      (try await body(folder), folder.earlierSubject)
    }
    if let earlier, earlier != subject {
      StandardError.warn("replaced what stood in '\(path)': '\(earlier)'")
    }
    return result
  }
}
