import CZlib
import Foundation

/// What a PDF file says: as it stands, and what its compressed streams hold, among which newer cairo
/// puts the objects.
enum PDFText {
  static func all(of pdf: [UInt8]) -> String {
    let file = Data(pdf)
    var text = String(decoding: pdf, as: UTF8.self)
    var position = file.startIndex
    while let opening = file.range(of: Data("stream\n".utf8), in: position..<file.endIndex),
      let closing = file.range(
        of: Data("endstream".utf8), in: opening.upperBound..<file.endIndex)
    {
      text += inflated(Array(file[opening.upperBound..<closing.lowerBound])) ?? ""
      position = closing.upperBound
    }
    return text
  }

  private static func inflated(_ stream: [UInt8]) -> String? {
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    var count = uLong(bytes.count)
    guard uncompress(&bytes, &count, stream, uLong(stream.count)) == Z_OK else { return nil }
    return String(decoding: bytes[..<Int(count)], as: UTF8.self)
  }
}
