import Foundation

/// The list of the files in a folder that Descent wrote, and may therefore replace.
struct OutputManifest: Hashable, Sendable {
  static let fileName = "descent.json"

  /// Marks of the files by their names. A file may have two while it is being
  /// replaced; one that is listed without is taken for Descent's whatever it holds.
  let files: [String: Set<FileMark>]
  /// What the files are of, in words.
  let subject: String?

  init(files: [String: Set<FileMark>], subject: String?) {
    self.files = files
    self.subject = subject
  }

  /// The manifest of a folder; nil if there is none.
  init?(of folder: URL) throws(OutputError) {
    let place = folder.appendingPathComponent(Self.fileName)
    let kind = Files.kind(of: place)
    guard kind != .nothing else { return nil }
    guard kind == .file, let data = try? Data(contentsOf: place),
      let manifest = try? JSONDecoder().decode(Self.self, from: data),
      manifest.files.keys.allSatisfy(Self.isName)
    else { throw .foreign(place.path) }
    self = manifest
  }

  /// The bytes of the file; the same list gives the same bytes.
  func encoded() throws(OutputError) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(self)) + [UInt8(ascii: "\n")]
    } catch {
      throw OutputError("cannot list the files in '\(Self.fileName)': \(error)")
    }
  }

  /// Whether a text names a file in the folder or in folders within, other than what keeps order
  /// there.
  static func isName(_ name: String) -> Bool {
    name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { part in
      !["", ".", "..", fileName, StagingRoom.innerName].contains(String(part))
        && part.utf8.allSatisfy { $0 != 0 }
    }
  }
}

// MARK: - As JSON

extension OutputManifest: Codable {
  private enum CodingKeys: CodingKey { case files, subject }

  /// The marks of a file stand in one string; a manifest of names alone has no marks.
  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    subject = try values.decodeIfPresent(String.self, forKey: .subject)
    if let names = try? values.decode([String].self, forKey: .files) {
      files = Dictionary(names.map { ($0, []) }) { first, _ in first }
      return
    }
    files = try values.decode([String: String].self, forKey: .files).mapValues { text in
      Set(
        try text.split(separator: " ").map { part in
          guard let mark = FileMark(String(part)) else {
            throw DecodingError.dataCorruptedError(
              forKey: .files, in: values, debugDescription: "'\(part)' is no mark of a file")
          }
          return mark
        })
    }
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    let texts = files.mapValues { $0.map(\.description).sorted().joined(separator: " ") }
    try values.encode(texts, forKey: .files)
    try values.encodeIfPresent(subject, forKey: .subject)
  }
}
