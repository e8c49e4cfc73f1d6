import Specifications

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a file of data.
enum DataFile {
  /// The most bytes of one file.
  static let mostBytes = 1 << 30

  /// All bytes of a plain file, unpacked where gzip packed them. What is none, as a pipe that nobody writes to, is not waited for.
  ///
  /// - Parameter expected: what the file should be, for the error.
  /// - Throws: `.missingInput` where it cannot be read, `.badData` where it is too long, which its
  ///   size tells before it is read.
  static func bytes(_ path: String, expected: String) throws(SpecificationError) -> [UInt8] {
    guard DataFiles.areRead else {
      throw SpecificationError(
        "'\(path)' is a file, and none is read here; expected data by name, as moons")
    }
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw unreadable(path, String(cString: strerror(errno)), expected) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else {
      throw unreadable(path, String(cString: strerror(errno)), expected)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw unreadable(path, "it is a folder", expected)
    default: throw unreadable(path, "it is no plain file", expected)
    }
    guard status.st_size <= mostBytes else {
      throw SpecificationError(
        "'\(path)' has \(status.st_size) bytes; expected at most \(mostBytes)", kind: .badData)
    }
    let bytes = try bytes(of: file, count: Int(status.st_size), path, expected: expected)
    return Gzip.isPacked(bytes) ? try unpacked(bytes, path) : bytes
  }

  private static func unpacked(
    _ bytes: [UInt8], _ path: String
  ) throws(SpecificationError) -> [UInt8] {
    do throws(Gzip.Problem) {
      return try Gzip.unpacked(bytes, atMost: mostBytes)
    } catch {
      let reason =
        switch error {
        case .notWhole: "is packed by gzip, and damaged or cut off"
        case .tooLong: "unpacks to more than \(mostBytes) bytes; expected at most as many"
        }
      throw SpecificationError("'\(path)' \(reason)", kind: .badData)
    }
  }

  private static func bytes(
    of file: Int32, count: Int, _ path: String, expected: String
  ) throws(SpecificationError) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count {
        let room = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
        let piece = read(file, room.baseAddress, room.count)
        if piece < 0, errno == EINTR { continue }
        if piece < 0 { failure = errno }
        guard piece > 0 else { return }
        filled += piece
      }
    }
    guard failure == 0 else {
      throw unreadable(path, String(cString: strerror(failure)), expected)
    }
    return bytes
  }

  private static func unreadable(
    _ path: String, _ reason: String, _ expected: String
  ) -> SpecificationError {
    SpecificationError(
      "cannot read '\(path)': \(reason); expected \(expected)", kind: .missingInput)
  }
}
