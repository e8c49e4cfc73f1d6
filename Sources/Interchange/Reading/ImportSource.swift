import Foundation
import Specifications

/// Files that are to be read: one with those beside it, or a whole folder.
public struct ImportSource: Sendable {
  /// As its user calls it.
  public let name: String
  /// From which reading may begin, sorted.
  public let paths: [String]
  private let contents: @Sendable (String) throws(SpecificationError) -> [UInt8]?
  private let show: @Sendable (String) -> String

  /// Files that are in memory, by their paths.
  public init(_ files: [String: [UInt8]], named name: String = "memory") {
    self.name = name
    paths = files.keys.sorted()
    show = { $0 }
    contents = { path throws(SpecificationError) in files[path] }
  }

  /// A file, or all files of a folder and those within.
  ///
  /// - Throws: `missingInput` where nothing is at the path.
  public init(at path: String) throws(SpecificationError) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw SpecificationError(
        "cannot read '\(path)': there is no such file; expected a file or a folder",
        kind: .missingInput)
    }
    let folder = isFolder.boolValue ? path : (path as NSString).deletingLastPathComponent
    let places =
      isFolder.boolValue
      ? FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      : [(path as NSString).lastPathComponent]
    let place: @Sendable (String) -> String = { (folder as NSString).appendingPathComponent($0) }
    name = path
    paths = places.sorted()
    show = place
    contents = { part throws(SpecificationError) in try Self.bytes(at: place(part)) }
  }

  /// The most bytes of one file.
  private static let most = 1 << 30

  private static func bytes(at path: String) throws(SpecificationError) -> [UInt8]? {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let attributes, attributes[.type] as? FileAttributeType == .typeRegular else {
      return nil
    }
    guard attributes[.size] as? Int ?? 0 <= most else {
      throw SpecificationError("'\(path)' is longer than \(most) bytes", kind: .badData)
    }
    return FileManager.default.contents(atPath: path).map(Array.init)
  }

  /// The lines of a file.
  ///
  /// - Parameter origin: the place that names the file, for messages; nil where a user did.
  /// - Throws: where it cannot be read.
  func lines(
    _ path: String, namedBy origin: (String) -> SpecificationError
  ) throws(SpecificationError) -> [TextLine] {
    guard let lines = try linesIfThere(path) else {
      throw origin("'\(show(path))' cannot be read; expected the file that is named here")
    }
    return lines
  }

  /// The lines of a file; nil where there is none.
  func linesIfThere(_ path: String) throws(SpecificationError) -> [TextLine]? {
    try contents(path).map { TextLine.all(of: $0, file: show(path)) }
  }

  /// The bytes of a file from which reading begins, and what it is called.
  func beginning(_ path: String) throws(SpecificationError) -> (bytes: [UInt8], file: String) {
    guard let bytes = try contents(path) else {
      throw SpecificationError("cannot read '\(show(path))'", kind: .missingInput)
    }
    return (bytes, show(path))
  }

  /// A path that a file names, from the folder of that file on.
  static func path(_ name: String, besides file: String) -> String {
    let folder = file.split(separator: "/").dropLast().map(String.init)
    var parts = folder
    for part in name.split(whereSeparator: { $0 == "/" || $0 == "\\" }) where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}
