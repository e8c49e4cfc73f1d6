import CPeers

/// What libpng makes of the pixels of a PNG file.
enum PNGSize {
  struct Failure: Error {}

  /// The bytes of a file with the same pixels, compressed by libpng at level 6 with its filters.
  static func atLevel6(_ png: [UInt8]) throws -> Int {
    let size = png_size_at_level_6(png, png.count)
    guard size > 0 else { throw Failure() }
    return size
  }
}
