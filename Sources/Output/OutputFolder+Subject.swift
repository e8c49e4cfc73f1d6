extension OutputFolder {
  /// Fills a folder as `fill(_:subject:_:)` does; tells where what stood there was of something
  /// else.
  ///
  /// - Throws: what `body` throws, and `OutputError` where the folder cannot be filled or
  ///   published.
  public static func fill<Result>(
    _ path: String, with subject: String, reporter: any Reporter,
    _ body: (OutputFolder) async throws -> Result
  ) async throws -> Result {
    let (result, earlier) = try await fill(path, subject: subject) { folder in
      (try await body(folder), folder.earlierSubject)
    }
    if let earlier, earlier != subject {
      reporter.warn("replaced what stood in '\(path)': '\(earlier)'")
    }
    return result
  }

  /// What the files of a folder are of, in words; nil where Descent wrote none, or did not say.
  public static func subject(of path: String) -> String? {
    let manifest = try? OutputManifest(of: Files.place(path, isFolder: true))
    return (manifest ?? nil)?.subject
  }
}
