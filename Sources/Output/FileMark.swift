import CZlib
import Foundation

/// What tells a file that Descent wrote from another put in its place: size and CRC-32, which a
/// file made for other ends shares with it once in 4 billion times at most.
struct FileMark: Hashable, Sendable {
  let size: Int
  let checksum: UInt32

  init(of bytes: some ContiguousBytes) {
    (size, checksum) = bytes.withUnsafeBytes { bytes in
      let start = bytes.bindMemory(to: UInt8.self).baseAddress
      return (bytes.count, UInt32(truncatingIfNeeded: crc32_z(0, start, bytes.count)))
    }
  }

  /// The mark of a file; nil where none can be read, or a link or anything else is there.
  init?(at place: URL) {
    guard Files.kind(of: place) == .file,
      let data = try? Data(contentsOf: place, options: .mappedIfSafe)
    else { return nil }
    self.init(of: data)
  }
}

extension FileMark: LosslessStringConvertible {
  /// "20345-1a2b3c4d".
  var description: String { "\(size)-\(String(checksum, radix: 16))" }

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let size = Int(parts[0]), size >= 0,
      let checksum = UInt32(parts[1], radix: 16)
    else { return nil }
    (self.size, self.checksum) = (size, checksum)
  }
}
