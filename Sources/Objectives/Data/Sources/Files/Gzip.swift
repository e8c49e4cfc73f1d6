import CZlib

/// Bytes that gzip packed.
///
/// Reference: P. Deutsch, "GZIP file format specification version 4.3", RFC 1952.
enum Gzip {
  enum Problem: Error {
    case notWhole, tooLong
  }

  static func isPacked(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// What was packed, in one member or several.
  static func unpacked(_ bytes: [UInt8], atMost most: Int) throws(Problem) -> [UInt8] {
    var input = bytes
    var result: [UInt8] = []
    var stream = z_stream()
    // The largest window, and 16 for the head and foot of gzip.
    let begun = inflateInit2_(
      &stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard begun == Z_OK else { throw .notWhole }
    defer { inflateEnd(&stream) }
    var problem: Problem?
    input.withUnsafeMutableBufferPointer { input in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      problem = unpack(&stream, into: &result, atMost: most)
    }
    if let problem { throw problem }
    return result
  }

  private static func unpack(
    _ stream: inout z_stream, into result: inout [UInt8], atMost most: Int
  ) -> Problem? {
    var piece = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let status = piece.withUnsafeMutableBufferPointer { piece in
        stream.next_out = piece.baseAddress
        stream.avail_out = UInt32(piece.count)
        return inflate(&stream, Z_NO_FLUSH)
      }
      result += piece.dropLast(Int(stream.avail_out))
      guard result.count <= most else { return .tooLong }
      if status == Z_STREAM_END {
        if stream.avail_in == 0 { return nil }
        guard inflateReset(&stream) == Z_OK else { return .notWhole }
      } else if status != Z_OK {
        return .notWhole
      }
    }
  }
}
