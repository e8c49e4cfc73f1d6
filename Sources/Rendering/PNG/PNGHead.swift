import Scenes

/// What a PNG file starts with: its size and its kind of pixels.
enum PNGHead {
  private static let trueColor: UInt8 = 2
  private static let indexed: UInt8 = 3

  /// Signature, header and, unless it is empty, the palette.
  static func bytes(size: PixelSize, palette: [Color]) -> [UInt8] {
    var file = PNGChunk.signature
    PNGChunk.append("IHDR", to: &file) { file in
      file.append(bigEndian: UInt32(size.width))
      file.append(bigEndian: UInt32(size.height))
      file += [8, palette.isEmpty ? trueColor : indexed, 0, 0, 0]
    }
    if !palette.isEmpty {
      PNGChunk.append("PLTE", to: &file) { file in
        for color in palette { file += [color.red, color.green, color.blue] }
      }
    }
    return file
  }
}
