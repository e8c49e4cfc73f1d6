import CZlib

/// The pieces that PNG files consist of (PNG specification, 5.3).
enum PNGChunk {
  static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Appends a chunk to a file; the body appends what is in it.
  static func append(
    _ type: StaticString, to file: inout [UInt8], _ body: (inout [UInt8]) -> Void = { _ in }
  ) {
    let start = file.count
    file.append(bigEndian: 0)
    type.withUTF8Buffer { file.append(contentsOf: $0) }
    body(&file)
    let length = UInt32(truncatingIfNeeded: file.count - start - 8)
    for place in 0..<4 {
      file[start + place] = UInt8(truncatingIfNeeded: length >> UInt32(24 - 8 * place))
    }
    file.append(bigEndian: checksum(of: file, from: start + 4))
  }

  /// The CRC-32 of the bytes from a place to the end.
  private static func checksum(of bytes: [UInt8], from start: Int) -> UInt32 {
    bytes[start...].withUnsafeBufferPointer { rest in
      UInt32(truncatingIfNeeded: crc32_z(0, rest.baseAddress, rest.count))
    }
  }
}

extension [UInt8] {
  mutating func append(bigEndian word: UInt32) {
    for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
  }
}
