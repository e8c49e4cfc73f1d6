import Experiments
import Specifications

/// A form in which runs are handed to other programs, or come from them.
public struct InterchangeFormat: NamedChoice, Hashable {
  /// What people call it: "coco".
  public let name: String
  /// A few words on what it is, for help texts.
  public let summary: String
  /// All runs as one text; nil where the format is a folder of files.
  public let text: RunText?
  /// Runs as files of a folder; throws where none of them can be told so.
  public let files: @Sendable ([StudyRun]) throws(SpecificationError) -> InterchangeFiles
  /// What it reads; nil where it is only written.
  public let reader: RunReader?

  /// - Parameters:
  ///   - summary: a few words on what it is, for help texts.
  ///   - text: all runs as one text, where that can be.
  ///   - reader: what reads it, where anything does.
  ///   - files: runs as files of a folder; throws where none of them can be told so.
  public init(
    _ name: String, _ summary: String, text: RunText? = nil, reader: RunReader? = nil,
    files: @escaping @Sendable ([StudyRun]) throws(SpecificationError) -> InterchangeFiles
  ) {
    (self.name, self.summary) = (name, summary)
    (self.text, self.reader, self.files) = (text, reader, files)
  }

  /// Those that are known here.
  public static var all: [InterchangeFormat] { InterchangeCatalogue.current.entries }

  public static func == (a: Self, b: Self) -> Bool { a.name == b.name }

  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}

/// Runs as one text, piece by piece, so that no more than a run of it need be held.
public struct RunText: Sendable {
  /// What stands before the first run.
  public let head: String
  /// The lines of a run.
  public let lines: @Sendable (StudyRun) -> String

  /// - Parameters:
  ///   - head: what stands before the first run.
  ///   - lines: those of a run, each with its end.
  public init(head: String = "", lines: @escaping @Sendable (StudyRun) -> String) {
    (self.head, self.lines) = (head, lines)
  }

  /// The whole text.
  public func whole(_ runs: some Sequence<StudyRun>) -> String {
    runs.reduce(into: head) { $0 += lines($1) }
  }
}

/// What is to stand in a folder, and what people should be told of it.
public struct InterchangeFiles: Hashable, Sendable {
  /// A file by its path within the folder: "adam/bbobexp_f1.info".
  public struct File: Hashable, Sendable {
    /// Within the folder, with "/" between its parts.
    public let path: String
    /// All that stands in it.
    public let bytes: [UInt8]

    /// - Parameter path: within the folder, with "/" between its parts.
    public init(_ path: String, _ text: String) {
      (self.path, bytes) = (path, Array(text.utf8))
    }
  }

  /// In the order in which they were made; each path once.
  public var files: [File]
  /// One line each: what was left out or changed.
  public var notes: [String]

  /// - Parameter notes: one line each, what was left out or changed.
  public init(_ files: [File] = [], notes: [String] = []) {
    (self.files, self.notes) = (files, notes)
  }
}
