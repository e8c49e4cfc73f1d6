import Experiments
import Specifications

/// Reads runs of files that another program, or this one, has written.
public struct RunReader: Sendable {
  /// What the files are from which it begins, for messages: "an index file .info".
  public let expected: String
  /// Whether a file, by its path, is one from which it begins; others are read because these name
  /// them.
  public let begins: @Sendable (_ path: String) -> Bool
  /// Reads all that it can begin from. Throws where a file is not as expected, with its place.
  public let read: @Sendable (ImportRequest) throws(SpecificationError) -> ImportedRuns

  /// - Parameters:
  ///   - expected: what the files are from which it begins, for messages.
  ///   - begins: whether a file, by its path, is one of them.
  ///   - read: reads all of them.
  public init(
    expected: String, begins: @escaping @Sendable (String) -> Bool,
    read: @escaping @Sendable (ImportRequest) throws(SpecificationError) -> ImportedRuns
  ) {
    (self.expected, self.begins, self.read) = (expected, begins, read)
  }
}

/// What is to be read, and what its files do not tell.
public struct ImportRequest: Sendable {
  /// The files.
  public let source: ImportSource
  /// Of a path, which does not tell it.
  public let function: String?
  /// What the optimizer is to be called; what the files call it unless given.
  public let optimizer: String?

  /// - Parameters:
  ///   - function: of a path, which does not tell it.
  ///   - optimizer: what the optimizer is to be called; what the files call it unless given.
  public init(_ source: ImportSource, function: String? = nil, optimizer: String? = nil) {
    (self.source, self.function, self.optimizer) = (source, function, optimizer)
  }

  /// Reads the files in the first format that can begin from one of them.
  ///
  /// - Throws: where none can, or a file is not as expected: one line with its name, the line and
  ///   the column.
  public func read() throws(SpecificationError) -> ImportedRuns {
    let readers = InterchangeFormat.all.compactMap(\.reader)
    guard let reader = readers.first(where: { source.paths.contains(where: $0.begins) }) else {
      let expected = readers.map(\.expected).joined(separator: ", or ")
      throw SpecificationError(
        "'\(source.name)' holds nothing that can be read; expected \(expected)", kind: .badData)
    }
    let runs = try reader.read(self)
    guard !runs.runs.isEmpty else {
      throw SpecificationError(
        "'\(source.name)' holds no run; expected \(reader.expected) with one", kind: .badData)
    }
    return runs
  }
}

/// Runs that were read, and what people should be told of them.
public struct ImportedRuns: Hashable, Sendable {
  /// In the order of the files.
  public var runs: [StudyRun] = []
  /// One line each, each once: what was named otherwise or taken for granted.
  public private(set) var notes: [String] = []

  /// None yet.
  public init() {}

  /// Takes note of something, once.
  public mutating func note(_ line: String) {
    if !notes.contains(line) { notes.append(line) }
  }
}
