import CTiles

/// Encodes what changed, and joins it with what did not.
struct TileEncoder<Buffer: PixelBuffer>: FrameEncoder {
  private let head: [UInt8]
  private var buffer: Buffer
  private var tiles: TileCache
  private var changes: [RowChange] = []

  /// - Parameter head: The file up to the pixels.
  init(_ buffer: Buffer, head: [UInt8], codes: TileCodes) {
    self.buffer = buffer
    self.head = head
    tiles = TileCache(codes)
  }

  mutating func update(from surface: CairoSurface, in rects: [PixelRect]) {
    changes.removeAll(keepingCapacity: true)
    for rect in rects { buffer.update(from: surface, in: rect, changes: &changes) }
    for change in changes { tiles.invalidate(change) }
  }

  mutating func png() -> [UInt8] {
    tiles.refresh(buffer.pixels)
    var file = head
    file.reserveCapacity(head.count + tiles.byteCount + 64)
    PNGChunk.append("IDAT", to: &file) { tiles.append(to: &$0) }
    PNGChunk.append("IEND", to: &file)
    return file
  }
}
